// What containers may have of the kernel: limits of resources and kernel parameters.

/** go-units' names of limits, which `--ulimit` takes. */
export const resourceLimits: readonly string[] =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' ');

/** Kernel parameters with a namespace of their own (podman-run(1), `--sysctl`). */
export const sysctlNames: readonly string[] =
  'kernel.msgmax kernel.msgmnb kernel.msgmni kernel.sem kernel.shmall kernel.shmmax kernel.shmmni kernel.shm_rmid_forced'.split(
    ' ',
  );

export const sysctlPrefixes: readonly string[] = ['net.', 'fs.mqueue.'];
