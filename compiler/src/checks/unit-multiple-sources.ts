import type { Dropin, Quadlet, QuadletDropin, Unit } from '../config.ts';
import { quadletTemplate } from '../sugar/quadlets.ts';
import { type CheckContext, check, look } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { isQuadletName } from './shared/quadlet-name.ts';

export default check({
  code: 'unit-multiple-sources',
  severity: 'error',
  docs: {
    what: 'A unit, quadlet or drop-in has both `contents` and `contents_local`.',
    why: 'Each of them is the whole text of the file, and only one can be right; an empty text counts too.',
    fix: 'Keep `contents` for text in the config, or `contents_local` for a file of the files directory.',
  },
  looks: [
    look({
      side: 'source',
      on: ['systemd.units[]', 'systemd.units[].dropins[]', 'systemd.quadlets[].dropins[]'],
      run: examine,
    }),
    look({
      side: 'source',
      on: 'systemd.quadlets[]',
      run(quadlet, context) {
        // The text of an instance is an error of its own, and so is a name that is no quadlet's.
        const name = quadlet.fields.name?.value ?? '';
        if (isQuadletName(name) && quadletTemplate(name) === undefined) examine(quadlet, context);
      },
    }),
  ],
});

function examine({ fields }: Unit | Dropin | Quadlet | QuadletDropin, context: CheckContext): void {
  const { contents, contents_local } = fields;
  if (contents === undefined || contents_local === undefined) return;
  const notes = [noteAt(contents, '`contents` is here')];
  context.report(contents_local, '`contents_local` cannot stand beside `contents`; keep one of them', { notes });
}
