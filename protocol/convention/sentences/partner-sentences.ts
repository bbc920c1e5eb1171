import { sentence, withWayOut } from './sentence.ts';

/** About sending to a partner: in force, routes, language, size, declarations. */
export const PARTNER_SENTENCES = {
  'not-in-force': withWayOut(
    ['The convention is not in force for {party}.', 'La convention n’est pas en vigueur pour {party}.'],
    [
      'Name another legal basis, or keep the draft until it is.',
      'Indiquer une autre base juridique, ou garder le projet jusque-là.',
    ],
  ),
  'in-force-later': withWayOut(
    [
      'The convention is in force for {party} from {date} only.',
      'La convention n’est en vigueur pour {party} qu’à compter du {date}.',
    ],
    [
      'Name another legal basis, or keep the draft until that day.',
      'Indiquer une autre base juridique, ou garder le projet jusqu’à ce jour.',
    ],
  ),
  'out-of-force': withWayOut(
    [
      'The convention is no longer in force for {party} since {date}.',
      'La convention n’est plus en vigueur pour {party} depuis le {date}.',
    ],
    [
      'Name another legal basis. Cases that are open go on.',
      'Indiquer une autre base juridique. Les affaires ouvertes se poursuivent.',
    ],
  ),
  'regimes-differ': sentence(
    'The two profiles do not name the same treaty: rules on which they differ only warn until it is agreed.',
    'Les deux profils ne citent pas le même traité : jusqu’à un accord, les règles divergentes ne font qu’avertir.',
  ),
  'treaty-without-pack': sentence(
    'A treaty governs ({reference}); its rules are not in this software, and those of the convention only warn.',
    'Un traité s’applique ({reference}) ; ses règles ne sont pas dans ce logiciel, et celles de la convention ne font qu’avertir.',
  ),
  'instrument-unknown': withWayOut(
    [
      '{party} does not work with this convention: {instrument}.',
      '{party} ne pratique pas cette convention : {instrument}.',
    ],
    ['Use a way outside this network.', 'Emprunter une voie hors de ce réseau.'],
  ),
  'wrong-sender-desk': withWayOut(
    [
      'A {role} desk may not send this; it goes out from {roles}.',
      'Un service {role} ne peut envoyer ceci ; cela part de {roles}.',
    ],
    ['Ask an officer of that desk to send it.', 'Demander à un officier de ce service de l’envoyer.'],
  ),
  'wrong-recipient-desk': withWayOut(
    [
      'A {role} desk of {party} may not receive this; it goes to {roles}.',
      'Un service {role} de {party} ne peut recevoir ceci ; cela va à {roles}.',
    ],
    ['Address it to {desks}.', 'L’adresser à {desks}.'],
  ),
  'route-not-open': withWayOut(
    [
      'This may go to the desk {desk} of {party} only where {party} has declared so, or where it is urgent enough.',
      'Ceci ne peut être adressé au service {desk} de {party} que si {party} l’a déclaré, ou en cas d’urgence suffisante.',
    ],
    [
      'Address it to the central authority, or look at the declarations: comity partner show {party}.',
      'L’adresser à l’autorité centrale, ou consulter les déclarations : comity partner show {party}.',
    ],
  ),
  'copy-owed': withWayOut(
    [
      'Sent this way, a copy is owed at the same time by your desks: {roles}.',
      'Envoyé par cette voie, il impose à vos services d’en adresser copie en même temps : {roles}.',
    ],
    [
      'Have an officer of that desk send it as soon as this has gone: comity reply REF ca-copy.',
      'Faire envoyer la copie par un officier de ce service dès le départ : comity reply REF ca-copy.',
    ],
  ),
  'no-recipient-desk': withWayOut(
    [
      '{party} has no desk that may receive this; it goes to {roles}.',
      '{party} n’a aucun service habilité à recevoir ceci ; cela va à {roles}.',
    ],
    [
      'Use the diplomatic channel, or ask {party} to complete its profile.',
      'Emprunter la voie diplomatique, ou demander à {party} de compléter son profil.',
    ],
  ),
  'unknown-desk': withWayOut(
    ['{party} has no desk “{desk}”.', '{party} n’a pas de service « {desk} ».'],
    ['Address it to {desks}.', 'L’adresser à {desks}.'],
  ),
  'scope-elsewhere': withWayOut(
    [
      'The desk “{desk}” of {party} is competent for {territory}, not for {scope}.',
      'Le service « {desk} » de {party} est compétent pour {territory}, non pour {scope}.',
    ],
    ['Address it to {desks}.', 'L’adresser à {desks}.'],
  ),
  'desk-not-competent': withWayOut(
    [
      'The desk “{desk}” of {party} does not deal with {kind}.',
      'Le service « {desk} » de {party} ne traite pas {kind}.',
    ],
    ['Address it to {desks}.', 'L’adresser à {desks}.'],
  ),
  'diplomatic-required': withWayOut(
    ['{party} requires the diplomatic channel.', '{party} exige la voie diplomatique.'],
    [
      'Export the dossier, send it on that way, and note when it was handed over.',
      'Exporter le dossier, l’envoyer par cette voie et noter la date de remise.',
    ],
  ),
  'interpol-not-urgent': withWayOut(
    ['INTERPOL is a way for urgent requests only.', 'La voie INTERPOL est réservée aux demandes urgentes.'],
    [
      'Send it to the central authority, or say why it is urgent.',
      'L’envoyer à l’autorité centrale, ou motiver l’urgence.',
    ],
  ),
  'interpol-not-agreed': withWayOut(
    [
      '{party} has not agreed to requests through INTERPOL.',
      '{party} n’a pas accepté les demandes par INTERPOL.',
    ],
    ['Send it to the central authority.', 'L’envoyer à l’autorité centrale.'],
  ),
  'oral-not-taken': withWayOut(
    ['{party} takes no oral requests.', '{party} n’accepte pas de demandes orales.'],
    ['Send it in writing, without --oral.', 'L’envoyer par écrit, sans --oral.'],
  ),
  'oral-not-urgent': withWayOut(
    [
      '{party} takes oral requests in urgency only.',
      '{party} n’accepte de demandes orales qu’en cas d’urgence.',
    ],
    [
      'Send it in writing, or say that it is urgent: --urgency urgent.',
      'L’envoyer par écrit, ou indiquer l’urgence : --urgency urgent.',
    ],
  ),
  'oral-not-declared': sentence(
    '{party} has not declared that it takes oral requests: it must have agreed to this one.',
    '{party} n’a pas déclaré accepter les demandes orales : il doit avoir accepté celle-ci.',
  ),
  'language-not-accepted': withWayOut(
    [
      '{party} does not accept {language}; it accepts {accepted}.',
      '{party} n’accepte pas {language} ; sont acceptées : {accepted}.',
    ],
    [
      'Write in one of these, or add a translation (“translations”).',
      'Écrire dans l’une d’elles, ou joindre une traduction (« translations »).',
    ],
  ),
  'languages-not-declared': sentence(
    '{party} has not declared which languages it accepts.',
    '{party} n’a pas déclaré les langues qu’il accepte.',
  ),
  'too-large-for-partner': withWayOut(
    [
      'The message has {bytes} bytes; {party} takes {max}.',
      'Le message compte {bytes} octets ; {party} en accepte {max}.',
    ],
    ['Put long texts into attachments.', 'Placer les textes longs en pièces jointes.'],
  ),
  'attachment-too-large': withWayOut(
    [
      'An attachment has {bytes} bytes; {party} takes {max}.',
      'Une pièce jointe compte {bytes} octets ; {party} en accepte {max}.',
    ],
    ['Divide it, or send it on another way.', 'La diviser, ou l’envoyer par une autre voie.'],
  ),
  'requirement-not-declared': withWayOut(
    ['Your profile does not require {requirement}.', 'Votre profil n’exige pas {requirement}.'],
    [
      'It requires: {names}. Ask for what you miss by INFO_REQUEST.',
      'Il exige : {names}. Demander ce qui manque par INFO_REQUEST.',
    ],
  ),
  'channel-not-declared': withWayOut(
    [
      '{party} has not declared that it requires the diplomatic channel.',
      '{party} n’a pas déclaré exiger la voie diplomatique.',
    ],
    [
      'Take the request in, and ask for what you miss by INFO_REQUEST.',
      'Recevoir la demande, et demander ce qui manque par INFO_REQUEST.',
    ],
  ),
  'in-force-after-all': withWayOut(
    ['The convention is in force with {party}.', 'La convention est en vigueur avec {party}.'],
    ['Take the request in.', 'Recevoir la demande.'],
  ),
  'security-requirement': withWayOut(
    [
      '{party} takes nothing in without {requirement} ({value}).',
      '{party} n’accepte rien sans {requirement} ({value}).',
    ],
    ['Fulfil it before you send.', 'Remplir cette exigence avant l’envoi.'],
  ),
  'dual-criminality-expected': withWayOut(
    [
      '{party} gives no help without dual criminality, and the request does not speak of it.',
      '{party} n’accorde aucune aide sans double incrimination, et la demande n’en dit rien.',
    ],
    ['Fill in “dual_criminality_statement”.', 'Renseigner « dual_criminality_statement ».'],
  ),
  'costs-note': sentence('{party} says about costs: {note}', '{party} indique au sujet des frais : {note}'),
  'outside-competence': withWayOut(
    ['{party} has no competence for {kind}.', '{party} n’a pas compétence pour {kind}.'],
    ['Address its member States.', 'S’adresser à ses États membres.'],
  ),
  'profile-expired': sentence(
    'The profile of {party} expired on {date}; what it declares may have changed.',
    'Le profil de {party} a expiré le {date} ; ses déclarations ont pu changer.',
  ),
} as const;
