// GUIDs of partition types by the names that people know them by. Facts of the GPT world (the Discoverable Partitions
// Specification, UEFI), not of Butane.

export interface PartitionType {
  readonly guid: string;
  readonly name: string;
}

export const partitionTypes: readonly PartitionType[] = [
  { guid: '0FC63DAF-8483-4772-8E79-3D69D8477DE4', name: 'Linux filesystem data' },
  { guid: '0657FD6D-A4AB-43C4-84E5-0933C84B4F4F', name: 'Linux swap' },
  { guid: 'A19D880F-05FC-4D3B-A006-743F0F84911E', name: 'Linux RAID' },
  { guid: 'E6D6D379-F507-44C2-A23C-238F2A3DF928', name: 'Linux LVM' },
  { guid: 'CA7D7CCB-63ED-4C53-861C-1742536059CC', name: 'Linux LUKS' },
  { guid: '7FFEC5C9-2D00-49B7-8941-3EA10A5586B7', name: 'Linux plain dm-crypt' },
  { guid: '4D21B016-B534-45C2-A9FB-5C16E091FD2D', name: 'Linux /var' },
  { guid: '7EC6F557-3BC5-4ACA-B293-16EF5DF639D1', name: 'Linux /var/tmp' },
  { guid: '933AC7E1-2EB4-4F13-B844-0E14E2AEF915', name: 'Linux /home' },
  { guid: '3B8F8425-20E0-4F3B-907F-1A25A76F98E8', name: 'Linux /srv' },
  { guid: '4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709', name: 'Linux root, x86-64' },
  { guid: 'B921B045-1DF0-41C3-AF44-4C6F280D3FAE', name: 'Linux root, 64-bit ARM' },
  { guid: 'BC13C2FF-59E6-4262-A352-B275FD6F7172', name: 'Linux extended boot' },
  { guid: '8DA63339-0007-60C0-C436-083AC8230908', name: 'Linux reserved' },
  { guid: 'C12A7328-F81F-11D2-BA4B-00A0C93EC93B', name: 'EFI system' },
  { guid: '21686148-6449-6E6F-744E-656564454649', name: 'BIOS boot' },
  { guid: '9E1A2D38-C612-4316-AA26-8B49521E5A8B', name: 'PowerPC PReP boot' },
  { guid: '3884DD41-8582-4404-B9A8-E9B84F2DF50E', name: 'CoreOS root that grows' },
  { guid: 'BE9067B9-EA49-4F15-B4F6-F36F8C9E1818', name: 'CoreOS root on RAID' },
];
