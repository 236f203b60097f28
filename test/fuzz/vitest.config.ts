// The long property runs, which are no part of `npm test`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/fuzz/**/*.long.ts'], testTimeout: 3_600_000 },
});
