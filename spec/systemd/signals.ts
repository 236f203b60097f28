// Names of the kernel's things that directives take: signals, errors, capabilities and more.

/** Without `SIG`; `RTMIN+1` to `RTMIN+30` and `RTMAX-1` to `RTMAX-30` come on top. */
export const signals: readonly string[] =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(
    ' ',
  );

/** Names of exit codes; systemd takes them without `EXIT_`. */
export const exitStatuses: readonly string[] = [
  ...'SUCCESS FAILURE INVALIDARGUMENT NOTIMPLEMENTED NOPERMISSION NOTINSTALLED NOTCONFIGURED NOTRUNNING'.split(' '),
  ...'CHDIR NICE FDS EXEC MEMORY LIMITS OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT IOPRIO TIMERSLACK SECUREBITS'.split(' '),
  ...'SETSCHEDULER CPUAFFINITY GROUP USER CAPABILITIES CGROUP SETSID CONFIRM STDERR PAM NETWORK NAMESPACE'.split(' '),
  ...'NO_NEW_PRIVILEGES SECCOMP SELINUX_CONTEXT PERSONALITY APPARMOR_PROFILE ADDRESS_FAMILIES'.split(' '),
  ...'RUNTIME_DIRECTORY CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY CACHE_DIRECTORY LOGS_DIRECTORY'.split(' '),
  ...'CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS BPF KSM EXCEPTION'.split(' '),
  ...'USAGE DATAERR NOINPUT NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE CANTCREAT IOERR TEMPFAIL PROTOCOL'.split(' '),
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

/** The letters that may follow `%`. Most are expanded; a few of old releases are kept. */
export const specifiers = 'aAbBcCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWyY%';

/** Groups of system calls. */
export const systemCallGroups: readonly string[] = [
  ...'@aio @basic-io @chown @clock @cpu-emulation @debug @default @file-system @io-event @ipc @keyring'.split(' '),
  ...'@known @memlock @module @mount @network-io @obsolete @pkey @privileged @process @raw-io @reboot'.split(' '),
  ...'@resources @sandbox @setuid @signal @swap @sync @system-service @timer'.split(' '),
];
