import { sentence } from './sentence.ts';

/** On grants, refusals, postponements, answers and intake. */
export const DECISION_SENTENCES = {
  'part-missing': sentence(
    'Say which measures this concerns, by their ids.',
    'Indiquez les mesures concernées, par leurs identifiants.',
  ),
  'part-unknown': sentence(
    'No measure {part} was asked for. Use an id of the request.',
    'Aucune mesure {part} n’a été demandée. Utilisez un identifiant de la demande.',
  ),
  'part-decided': sentence(
    'Measure {part} has been decided already.',
    'La mesure {part} a déjà fait l’objet d’une décision.',
    'CORRECTION',
    'RECONSIDER',
  ),
  'outcome-missing': sentence(
    'Say what came of measure {part}. What is not ready can follow if you send a part of the result now.',
    'Indiquez la suite donnée à la mesure {part}. Le reste peut suivre si vous envoyez d’abord un résultat partiel.',
    'PARTIAL_RESULT',
  ),
  'procedure-unanswered': sentence(
    'Say whether procedure {procedure}, which was asked for, was followed, and if not why.',
    'Indiquez si la procédure {procedure}, qui était demandée, a été suivie et, sinon, pourquoi.',
  ),
  'ground-missing': sentence(
    'Give a ground by its code for {part}: {codes}.',
    'Donnez un motif par son code pour {part} : {codes}.',
  ),
  'ground-unknown': sentence(
    'There is no ground {code}. Known here: {codes}.',
    'Il n’existe pas de motif {code}. Admis ici : {codes}.',
  ),
  'ground-unlisted': sentence(
    'The text does not list {code} for this kind of request. It lists {codes}.',
    'Le texte n’énumère pas {code} pour ce type de demande. Il énumère {codes}.',
    'CONSULT_OPEN',
    'INFO_REQUEST',
  ),
  'ground-postpones-only': sentence(
    '{code} allows you to postpone, not to refuse.',
    '{code} permet d’ajourner, non de refuser.',
    'POSTPONE',
  ),
  'ground-not-open': sentence(
    '{code} is not open here: it rests on a declaration that your State has not made, or on something that is not so in this case.',
    '{code} ne peut être invoqué ici : il suppose une déclaration que votre État n’a pas faite, ou un fait absent de cette affaire.',
    'CONSULT_OPEN',
    'INFO_REQUEST',
  ),
  'ground-other-parts': sentence(
    '{code} cannot be used for the measures named: it is for records of a government.',
    '{code} ne vaut pas pour les mesures nommées : il vise des dossiers publics.',
  ),
  'ground-incomplete': sentence(
    'With {code} you must also give: {field}.',
    'Avec {code}, il faut aussi indiquer : {field}.',
  ),
  'ground-forbidden': sentence(
    'This may not be a ground for refusal: {title}.',
    'Ce motif de refus est exclu : {title}.',
    'ACCEPT',
    'CONSULT_OPEN',
  ),
  'ground-never-alone': sentence(
    'This is not enough by itself: {title}. Another ground would be needed.',
    'Cela ne suffit pas : {title}. Il faudrait un autre motif.',
    'ACCEPT',
    'CONSULT_OPEN',
  ),
  'reasons-missing': sentence(
    'Give the reasons for refusing measure {part}.',
    'Indiquez les raisons du refus de la mesure {part}.',
  ),
  'conduct-punishable': sentence(
    'You say that the conduct is an offence under your law: then it does not matter what it is called, and {code} does not apply.',
    'Vous dites que les faits sont punissables dans votre droit : leur qualification importe peu et {code} ne s’applique pas.',
    'ACCEPT',
  ),
  'coercive-unanswered': sentence(
    'Say whether measure {part} would need coercion: {code} depends on it.',
    'Indiquez si la mesure {part} exigerait la contrainte : {code} en dépend.',
  ),
  'measure-not-coercive': sentence(
    'Measure {part} needs no coercion, so {code} is not enough. There remain {codes}.',
    'La mesure {part} n’exige pas la contrainte : {code} ne suffit pas. Restent {codes}.',
    'ACCEPT',
  ),
  'measure-coercive': sentence(
    '{code} is meant for measures without coercion; measure {part} needs it.',
    '{code} vise les mesures sans contrainte ; la mesure {part} l’exige.',
  ),
  'purposes-missing': sentence(
    'With {code}, say how the purposes of the Convention were taken into account.',
    'Avec {code}, dites comment il a été tenu compte des buts de la Convention.',
  ),
  'postponement-ground': sentence(
    'Help can be postponed only if it would interfere with an ongoing investigation, prosecution or proceeding. Report a delay for another reason.',
    'L’entraide ne peut être ajournée que si elle entrave une enquête, des poursuites ou une procédure en cours. Signalez tout autre retard.',
    'STATUS_REPORT',
  ),
  'intake-reason': sentence(
    'A request of this kind is not turned away for that reason ({reason}). Possible: {codes}.',
    'Une telle demande ne peut être écartée pour cette raison ({reason}). Possible : {codes}.',
    'INFO_REQUEST',
  ),
  'intake-forbidden': sentence(
    'A request is not turned away because it is electronic.',
    'Une demande ne peut être écartée parce qu’elle est électronique.',
    'ACKNOWLEDGE',
  ),
  'intake-requirement': sentence(
    'Name the requirement that is not met, so that it can be cured.',
    'Nommez l’exigence non remplie, afin qu’il y soit remédié.',
  ),
} as const;
