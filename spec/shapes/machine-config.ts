// A MachineConfig as the cluster knows it: an Ignition config and what the Machine Config Operator applies beside it. The
// labels are no part of it: their names are free.
import { object, shape, shaped, str } from '../dsl.ts';
import { config } from './config.ts';
import { metadata } from './metadata.ts';
import { openshift } from './openshift.ts';

/** What tells a MachineConfig from other objects of a cluster. */
export const machineConfigKind = 'MachineConfig';

export const machineConfig = shape({
  api_version: str({ doc: 'Version of the API.', example: 'machineconfiguration.openshift.io/v1' }),
  kind: str({ doc: 'What the object is.', example: machineConfigKind }),
  metadata: object(
    { name: metadata.fields.name },
    { doc: 'Name of the object.', example: { name: '99-worker-custom' } },
  ),
  spec: object(
    {
      config: shaped(config, {
        doc: 'The Ignition config.',
        example: { ignition: { config: { merge: [{ source: 'https://example.com/base.ign' }] } } },
      }),
      ...openshift.fields,
    },
    { doc: 'What the nodes are to be like.', example: { kernel_arguments: ['nosmt'] } },
  ),
});
