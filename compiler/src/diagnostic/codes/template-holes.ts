import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'template-holes',
  severity: 'warning',
  docs: {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is about such placeholders.
    what: 'The file looks like a template of Terraform, Jinja or Go: placeholders such as `${…}`, `{{…}}` or `{% … %}` stand where a config needs a value, and it cannot be read as it is.',
    why: 'What the placeholders break says nothing about the finished config, so `kindling check` leaves that out and checks the rest. Compiling needs the finished config.',
    fix: 'Check or compile what the template renders. If this is no template, quote the text.',
  },
});
