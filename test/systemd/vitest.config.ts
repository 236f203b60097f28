// The suite that asks the real programs: apart from the others, as it needs them on the machine and takes minutes.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/systemd/**/*.suite.ts'], testTimeout: 900_000, hookTimeout: 900_000, fileParallelism: false },
});
