import { check } from './shared/check.ts';
import { sourceLooks } from './shared/source-fault.ts';

const code = 's3-arn-invalid';

export default check({
  code,
  severity: 'error',
  docs: {
    what: 'A source of scheme `arn` names no object of Amazon S3.',
    why: 'Of all that an ARN can name, Ignition can fetch only objects of S3, by bucket or by access point.',
    fix: 'Write `arn:aws:s3:::BUCKET/KEY`, or `arn:aws:s3:REGION:ACCOUNT:accesspoint/NAME/object/KEY`.',
  },
  yieldsTo: ['file-source-not-data'],
  looks: sourceLooks(code),
});
