// Names of the kernel's things that directives take: signals, errors, capabilities and more.

/** Without `SIG`; `RTMIN+1` to `RTMIN+30` and `RTMAX-1` to `RTMAX-30` come on top. */
export const signals: readonly string[] =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(
    ' ',
  );

/** Names of exit codes; systemd takes them without `EXIT_`. */
export const exitStatuses: readonly string[] = [
  ...'SUCCESS FAILURE INVALIDARGUMENT NOTIMPLEMENTED NOPERMISSION NOTINSTALLED NOTCONFIGURED NOTRUNNING'.split(' '),
  ...'CHDIR NICE FDS EXEC MEMORY LIMITS OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT IOPRIO TIMERSLACK SECUREBITS'.split(
    ' ',
  ),
  ...'SETSCHEDULER CPUAFFINITY GROUP USER CAPABILITIES CGROUP SETSID CONFIRM STDERR PAM NETWORK NAMESPACE'.split(' '),
  ...'NO_NEW_PRIVILEGES SECCOMP SELINUX_CONTEXT PERSONALITY APPARMOR_PROFILE ADDRESS_FAMILIES'.split(' '),
  ...'RUNTIME_DIRECTORY CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY CACHE_DIRECTORY LOGS_DIRECTORY'.split(' '),
  ...'CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS BPF KSM EXCEPTION'.split(' '),
  ...'USAGE DATAERR NOINPUT NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE CANTCREAT IOERR TEMPFAIL PROTOCOL'.split(
    ' ',
  ),
  ...'NOPERM CONFIG'.split(' '),
];

/** Without `CAP_`. */
export const capabilities: readonly string[] = [
  ...'CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE'.split(' '),
  ...'NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT'.split(' '),
  ...'SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE'.split(' '),
  ...'AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ'.split(' '),
  ...'PERFMON BPF CHECKPOINT_RESTORE'.split(' '),
];

export const namespaces: readonly string[] = 'cgroup ipc net mnt pid user uts time'.split(' ');

export const cgroupControllers: readonly string[] = [
  ...'cpu cpuacct cpuset io blkio memory devices pids bpf-firewall bpf-devices bpf-foreign'.split(' '),
  ...'bpf-socket-bind bpf-restrict-network-interfaces'.split(' '),
];

export const secureBits: readonly string[] =
  'keep-caps keep-caps-locked no-setuid-fixup no-setuid-fixup-locked noroot noroot-locked'.split(' ');

export const logFacilities: readonly string[] = [
  ...'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp'.split(' '),
  ...'local0 local1 local2 local3 local4 local5 local6 local7'.split(' '),
];
export const logLevels: readonly string[] = 'emerg alert crit err warning notice info debug'.split(' ');

export const ioClasses: readonly string[] = 'none realtime best-effort idle'.split(' ');
export const cpuPolicies: readonly string[] = 'other batch idle fifo rr ext'.split(' ');
export const typesOfService: readonly string[] = 'low-delay throughput reliability low-cost'.split(' ');

/** The letters that may follow `%`. `%%` is a percent sign; before anything but a letter or digit it stands for itself. */
export const specifiers = 'aAbBCdDEfgGhHiIjJlLmMnNopPqsStTuUvVwWyY%';

/** Groups of system calls. */
export const systemCallGroups: readonly string[] = [
  ...'@aio @basic-io @chown @clock @cpu-emulation @debug @default @file-system @io-event @ipc @keyring'.split(' '),
  ...'@known @memlock @module @mount @network-io @obsolete @pkey @privileged @process @raw-io @reboot'.split(' '),
  ...'@resources @sandbox @setuid @signal @swap @sync @system-service @timer'.split(' '),
];

/** Names of the kernel's errors. */
export const errorNames: readonly string[] = [
  ...'E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EALREADY EBADE EBADF EBADFD EBADMSG'.split(' '),
  ...'EBADR EBADRQC EBADSLT EBFONT EBUSY ECANCELED ECHILD ECHRNG ECOMM ECONNABORTED ECONNREFUSED'.split(' '),
  ...'ECONNRESET EDEADLOCK EDESTADDRREQ EDOM EDOTDOT EDQUOT EEXIST EFAULT EFBIG EHOSTDOWN EHOSTUNREACH'.split(' '),
  ...'EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR EISNAM EKEYEXPIRED EKEYREJECTED'.split(' '),
  ...'EKEYREVOKED EL2HLT EL2NSYNC EL3HLT EL3RST ELIBACC ELIBBAD ELIBEXEC ELIBMAX ELIBSCN ELNRNG ELOOP'.split(' '),
  ...'EMEDIUMTYPE EMFILE EMLINK EMSGSIZE EMULTIHOP ENAMETOOLONG ENAVAIL ENETDOWN ENETRESET ENETUNREACH'.split(' '),
  ...'ENFILE ENOANO ENOBUFS ENOCSI ENODATA ENODEV ENOENT ENOEXEC ENOKEY ENOLCK ENOLINK ENOMEDIUM ENOMEM'.split(' '),
  ...'ENOMSG ENONET ENOPKG ENOPROTOOPT ENOSPC ENOSR ENOSTR ENOSYS ENOTBLK ENOTCONN ENOTDIR ENOTEMPTY'.split(' '),
  ...'ENOTNAM ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTTY ENOTUNIQ ENXIO EOVERFLOW EOWNERDEAD EPERM'.split(' '),
  ...'EPFNOSUPPORT EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE EREMCHG EREMOTE EREMOTEIO ERESTART'.split(' '),
  ...'ERFKILL EROFS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE ESRCH ESRMNT ESTALE ESTRPIPE ETIME ETIMEDOUT'.split(' '),
  ...'ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH EUSERS EXDEV EXFULL'.split(' '),
];

/** Without `AF_`. */
export const addressFamilies: readonly string[] = [
  ...'UNIX LOCAL INET INET6 NETLINK PACKET AX25 IPX APPLETALK NETROM BRIDGE ATMPVC X25 ROSE DECnet'.split(' '),
  ...'NETBEUI SECURITY KEY ROUTE ASH ECONET ATMSVC RDS SNA IRDA PPPOX WANPIPE LLC IB MPLS CAN TIPC'.split(' '),
  ...'BLUETOOTH IUCV RXRPC ISDN PHONET IEEE802154 CAIF ALG NFC VSOCK KCM QIPCRTR SMC XDP MCTP FILE'.split(' '),
];
