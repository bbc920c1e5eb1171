import type { Catalogue } from '../catalogue.ts';
import { words } from './fields/field.ts';

const offence = (code: string, en: string, fr: string) => ({ code, label: words(en, fr) });

/**
 * Provisional: the chapters that establish the offences are not part of the submission (register A-01). These
 * are the offences that every draft of the time has; States replace the list when the text is there.
 */
export const CARICOM_CATALOGUE: Catalogue = {
  id: 'caricom-2022-offences',
  version: '0.1.0',
  title: words('Provisional list of offences', 'Liste provisoire des infractions'),
  offences: [
    offence('illegal_access', 'illegal access', 'accès illégal'),
    offence('illegal_interception', 'illegal interception', 'interception illégale'),
    offence('data_interference', 'interference with data', 'atteinte à l’intégrité des données'),
    offence('system_interference', 'interference with a system', 'atteinte à l’intégrité du système'),
    offence('misuse_of_devices', 'misuse of devices', 'abus de dispositifs'),
    offence('computer_forgery', 'computer-related forgery', 'falsification informatique'),
    offence('computer_fraud', 'computer-related fraud', 'fraude informatique'),
    offence('identity_offence', 'identity-related offence', 'infraction liée à l’identité'),
    offence('child_abuse_material', 'child sexual abuse material', 'matériel d’abus sexuels sur enfants'),
    offence('grooming', 'solicitation of a child', 'sollicitation d’un enfant'),
    offence('intimate_images', 'dissemination of intimate images', 'diffusion d’images intimes'),
    offence('extortion', 'extortion by means of computers', 'extorsion par voie informatique'),
    offence('laundering', 'laundering of proceeds', 'blanchiment du produit'),
    offence('attempt_or_participation', 'attempt or participation', 'tentative ou complicité'),
  ],
};
