// Names of units that the managers of users have: systemd's own, and those of the programs on the systems that read these
// configs. None of the system's own units is seen there: no `multi-user.target`, no `network-online.target`.

export const shippedUserUnits: ReadonlySet<string> = new Set(
  [
    '-.slice app.slice at-spi-dbus-bus.service background.slice basic.target bluetooth.target capsule@.target',
    'dbus-broker.service dbus.service dbus.socket dconf.service default.target dirmngr.service dirmngr.socket',
    'drkonqi-coredump-launcher.socket emacs.service exit.target filter-chain.service foot-server.service',
    'foot-server.socket gcr-ssh-agent.service gcr-ssh-agent.socket gnome-keyring-daemon.service',
    'gnome-keyring-daemon.socket gpg-agent-browser.socket gpg-agent-extra.socket gpg-agent-ssh.socket',
    'gpg-agent.service gpg-agent.socket graphical-session-pre.target graphical-session.target',
    'grub-boot-success.service grub-boot-success.timer init.scope keyboxd.service keyboxd.socket obex.service',
    'p11-kit-server.service p11-kit-server.socket paths.target pipewire-pulse.service pipewire-pulse.socket',
    'pipewire.service pipewire.socket podman-auto-update.service podman-auto-update.timer',
    'podman-clean-transient.service podman-kube@.service podman-restart.service',
    'podman-user-wait-network-online.service podman.service podman.socket printer.target pulseaudio.service',
    'pulseaudio.socket session.slice shutdown.target smartcard.target sockets.target sound.target',
    'ssh-agent.service ssh-agent.socket systemd-exit.service systemd-tmpfiles-clean.service',
    'systemd-tmpfiles-clean.timer systemd-tmpfiles-setup.service timers.target wireplumber.service',
    'wireplumber@.service xdg-desktop-autostart.target xdg-desktop-portal.service xdg-document-portal.service',
    'xdg-permission-store.service',
  ].flatMap((line) => line.split(' ')),
);
