// What the editor loads: runs all suites in the extension host and writes their results, one line each, where the runner reads
// them. A suite is a list of named checks; one that fails does not keep the others from running.
const { writeFileSync } = require('node:fs');

exports.run = async () => {
  const lines = [];
  const suites = (process.env.KINDLING_SUITES ?? 'language,commands,robust').split(',');
  for (const suite of suites) {
    for (const [name, check] of require(`./${suite}.cjs`).tests) {
      const start = Date.now();
      try {
        const note = await check();
        lines.push(`ok ${suite}: ${name} (${Date.now() - start} ms)${note === undefined ? '' : ` # ${note}`}`);
      } catch (error) {
        lines.push(`not ok ${suite}: ${name}: ${error.stack}`.replaceAll('\n', '\n  '));
      }
      writeFileSync(process.env.KINDLING_RESULTS, `${lines.join('\n')}\n`);
    }
  }
  if (lines.some((line) => line.startsWith('not ok'))) throw new Error('checks failed');
};
