import type { DialogSpec } from '../instrument.ts';
import { words } from './fields/field.ts';

const dialog = (
  name: string,
  paragraph: string,
  waitsFor: DialogSpec['waitsFor'],
  title: DialogSpec['title'],
): DialogSpec => ({ dialog: name, paragraph, waitsFor, title });

/** Questions that run beside the status (register 3.1.2). */
const ALL: readonly DialogSpec[] = [
  dialog('info', 'MLA-21', 'requesting', words('Further information', 'Complément d’information')),
  dialog('status', 'MLA-29', 'requested', words('Question about progress', 'État d’avancement')),
  dialog('consult', 'MLA-31', 'other', words('Consultation', 'Consultation')),
  dialog('conditions', 'MLA-31', 'other', words('Proposed conditions', 'Conditions proposées')),
  dialog('oral', 'MLA-18', 'requesting', words('Unconfirmed request', 'Demande non confirmée')),
  dialog('proposal', 'MLA-35', 'other', words('Proposal', 'Proposition')),
  dialog(
    'confidentiality',
    'MLA-25',
    'requesting',
    words('Secrecy cannot be kept', 'Secret impossible à garder'),
  ),
  dialog('consent', 'MLA-24', 'requested', words('Consent to further use', 'Consentement à un autre usage')),
  dialog('risk', 'PRES-6', 'requesting', words('Risk of preserving', 'Risque de la conservation')),
  dialog('extension', 'PRES-7', 'requested', words('Longer preservation', 'Prolongation de la conservation')),
  dialog('explanation', 'EPROD-10', 'requesting', words('Use made', 'Usage fait')),
  dialog('exculpatory', 'SPI-2', 'other', words('Disclosure for the defence', 'Divulgation à décharge')),
];

export const DIALOGS: Readonly<Record<string, DialogSpec>> = Object.fromEntries(
  ALL.map((spec) => [spec.dialog, spec]),
);
