// What is known of programs that units start: which of them give their arguments to a shell, or know the signs of a shell
// themselves.

/** Programs that run what stands behind their `-c`. */
const shells: ReadonlySet<string> = new Set(
  'ash bash busybox dash fish flock ksh mksh nu perl python python3 runuser script sh su tcsh csh xonsh zsh'.split(' '),
);

/**
 * Programs for which `|`, `>`, `&` and `<` are words of their own language, or which put their arguments together and give
 * them to a shell, on this machine or on another one.
 */
const knowing: ReadonlySet<string> = new Set([
  ...'[ awk gawk mawk bc dc dpkg expr find jq let nft pcre2grep rpmdev-vercmp test tcpdump tshark vercmp yq'.split(' '),
  ...'at batch entr eval mosh parallel sem ssh sshpass tmux screen watch xargs'.split(' '),
]);

/** The name of a program without its directory. */
export function baseName(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1);
}

/** Whether one of the words of a command line is a program that makes something of operators itself. */
export function takesOperators(words: readonly string[]): boolean {
  return words.some((word) => knowing.has(baseName(word)));
}

/** Whether a command line has a shell with `-c`, be it inside of a container: what follows is the shell's. */
export function runsShell(words: readonly string[]): boolean {
  const shell = words.findIndex((word) => shells.has(baseName(word)) || shells.has(baseName(word.replace(/^.*=/, ''))));
  return shell >= 0 && words.slice(shell + 1).some((word) => /^-[a-z]*c$|^--command(?:=|$)/.test(word));
}
