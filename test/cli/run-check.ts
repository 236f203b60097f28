// Runs `kindling check` and reads its findings.
import { runCli } from './run-cli.ts';

/** `file:line:column code` of each finding. */
export function findings(stdout: string): readonly string[] {
  return [...stdout.matchAll(/^(\S.*?): (?:error|warning|note) (\S+)/gm)].map(([, place, code]) => `${place} ${code}`);
}

export function check(cwd: string, ...args: readonly string[]) {
  const result = runCli(['check', '--format', 'plain', ...args], { cwd });
  return { ...result, found: findings(result.stdout) };
}
