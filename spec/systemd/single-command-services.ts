// Services that operating systems ship with one `ExecStart=` and a `Type=` other than oneshot: a second command, such as that of a
// drop-in, makes systemd refuse them. Read off systemd's own units, those of Debian 12, and what the projects and their
// documents publish; a service that is oneshot anywhere has no place here.

export const singleCommandServices: ReadonlySet<string> = new Set(
  [
    'ModemManager NetworkManager NetworkManager-dispatcher autovt@ chronyd cockpit console-getty container-getty@',
    'containerd crio dbus dbus-broker debug-shell docker emergency firewalld getty@ irqbalance iscsid kubelet',
    'locksmithd multipathd podman polkit qemu-guest-agent rescue rpcbind rpm-ostreed rsyslog serial-getty@ sshd',
    'sshd@ sssd systemd-hostnamed systemd-journald systemd-localed systemd-logind systemd-networkd systemd-oomd',
    'systemd-resolved systemd-timedated systemd-timesyncd systemd-udevd tuned update-engine user@ zincati',
  ].flatMap((line) => line.split(' ').map((name) => `${name}.service`)),
);
