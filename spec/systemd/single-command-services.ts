// Services that operating systems ship with one `ExecStart=` and a `Type=` other than oneshot, as far as that is so on all of
// them: a second command, such as that of a drop-in, makes systemd refuse them. Read off the units of systemd 252 to 257, of
// Fedora CoreOS, Flatcar and Debian, and of the projects themselves.

export const singleCommandServices: ReadonlySet<string> = new Set(
  [
    'ModemManager NetworkManager NetworkManager-dispatcher autovt@ chronyd cockpit console-getty container-getty@',
    'containerd crio dbus dbus-broker debug-shell docker emergency firewalld getty@ irqbalance iscsid kubelet',
    'locksmithd multipathd podman polkit qemu-guest-agent rescue rpcbind rpm-ostreed rsyslog serial-getty@ sshd',
    'sshd@ sssd systemd-hostnamed systemd-journald systemd-localed systemd-logind systemd-networkd systemd-oomd',
    'systemd-resolved systemd-timedated systemd-timesyncd systemd-udevd tuned update-engine user@ zincati',
  ].flatMap((line) => line.split(' ').map((name) => `${name}.service`)),
);
