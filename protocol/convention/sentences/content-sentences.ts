import { sentence, withWayOut } from './sentence.ts';

/** About what an officer wrote into a form. `label` is the label of the field, `help` its help. */
export const CONTENT_SENTENCES = {
  missing: sentence('“{label}” is missing. {help}', '« {label} » manque. {help}'),
  'unknown-field': withWayOut(
    ['There is no field “{name}” here.', 'Il n’y a pas de champ « {name} » ici.'],
    ['Fields are: {names}.', 'Les champs sont : {names}.'],
  ),
  'unknown-field-near': withWayOut(
    ['There is no field “{name}” here.', 'Il n’y a pas de champ « {name} » ici.'],
    ['Did you mean “{near}”?', 'Vouliez-vous dire « {near} » ?'],
  ),
  'wrong-type': sentence('“{label}” must be {wanted}.', '« {label} » doit être {wanted}.'),
  'unknown-choice': withWayOut(
    ['“{value}” is no choice for “{label}”.', '« {value} » n’est pas un choix pour « {label} ».'],
    ['Choose one of: {choices}.', 'Choisir parmi : {choices}.'],
  ),
  'unknown-choice-near': withWayOut(
    [
      '“{value}” is no choice for “{label}”. Choices are: {choices}.',
      '« {value} » n’est pas un choix pour « {label} ». Les choix sont : {choices}.',
    ],
    ['Did you mean “{near}”?', 'Vouliez-vous dire « {near} » ?'],
  ),
  'too-long': withWayOut(
    [
      '“{label}” has {length} characters; at most {max} are allowed.',
      '« {label} » compte {length} caractères ; {max} au plus sont admis.',
    ],
    ['Shorten it, or attach it as a document.', 'L’abréger, ou la joindre comme document.'],
  ),
  'bad-text': withWayOut(
    [
      '“{label}” contains characters that are no text.',
      '« {label} » contient des caractères qui ne sont pas du texte.',
    ],
    [
      'Take out what is no letter, digit, sign or line break, or type it anew.',
      'Retirer ce qui n’est ni lettre, ni chiffre, ni signe, ni saut de ligne, ou le retaper.',
    ],
  ),
  'bad-code': sentence(
    '“{label}” must be a code: at most 64 letters, digits and - _ . : / +, without spaces.',
    '« {label} » doit être un code : au plus 64 lettres, chiffres et - _ . : / +, sans espace.',
  ),
  'bad-format': sentence('“{label}” must be {wanted}.', '« {label} » doit être {wanted}.'),
  'bad-date': sentence(
    '“{value}” is no date. Write it as 2027-03-31.',
    '« {value} » n’est pas une date. Écrire par exemple 2027-03-31.',
  ),
  'bad-time': sentence(
    '“{value}” is no time. Write it as 2027-03-31T14:00Z.',
    '« {value} » n’est pas une heure. Écrire par exemple 2027-03-31T14:00Z.',
  ),
  'before-start': sentence('“{label}” lies before “{other}”.', '« {label} » est antérieur à « {other} ».'),
  'out-of-range': sentence(
    '“{label}” must be from {min} to {max}.',
    '« {label} » doit aller de {min} à {max}.',
  ),
  'too-few': sentence('“{label}” needs at least {min}.', '« {label} » : au moins {min}.'),
  'too-many': sentence(
    '“{label}” has {count} entries; at most {max} are allowed.',
    '« {label} » compte {count} entrées ; {max} au plus sont admises.',
  ),
  'said-twice': sentence('“{value}” stands there twice.', '« {value} » figure deux fois.'),
  'unknown-reference': withWayOut(
    ['There is no entry “{value}” in “{list}”.', 'Il n’y a pas d’entrée « {value} » dans « {list} ».'],
    ['Entries are: {ids}.', 'Les entrées sont : {ids}.'],
  ),
  'not-applicable': sentence(
    '“{label}” is of no use with what is chosen here.',
    '« {label} » est sans objet avec ce qui est choisi ici.',
  ),
  'say-unknown': sentence(
    '“{label}” is left open. Give it, or write “unknown”.',
    '« {label} » n’est pas renseigné. L’indiquer, ou écrire « inconnu ».',
  ),
  'deadline-without-reasons': sentence(
    'A deadline is suggested without reasons: the other State need not take it into account.',
    'Un délai est suggéré sans motifs : l’autre État n’est pas tenu d’en tenir compte.',
  ),
  'say-none': sentence(
    '“{label}” is missing: taken as none. {help}',
    '« {label} » manque : tenu pour aucune. {help}',
  ),
  'selectors-missing': sentence(
    '“{label}” is missing: the data are not specified in detail. {help}',
    '« {label} » manque : les données ne sont pas précisées en détail. {help}',
  ),
  'purpose-proceedings-missing': sentence(
    'Name the proceedings for which the help is sought: it may be used for these alone.',
    'Indiquer les procédures visées : l’entraide ne pourra servir qu’à celles-ci.',
  ),
  'restrictions-missing': sentence(
    'Say whether the information is restricted; write “restrictions: []” if it is not.',
    'Dire si l’information est soumise à des restrictions ; sinon écrire « restrictions: [] ».',
  ),
  'asset-recovery-outside': sentence(
    'The chapter on asset recovery is not part of the text in use; describe what you need in full.',
    'Le chapitre sur le recouvrement d’avoirs ne fait pas partie du texte utilisé ; tout décrire en détail.',
  ),
  'outside-catalogue': withWayOut(
    [
      'None of the offences is in the catalogue of the convention.',
      'Aucune des infractions ne figure dans le catalogue de la convention.',
    ],
    [
      'Give the code of one ({codes}), or say on which other legal basis you ask.',
      'Indiquer le code de l’une d’elles ({codes}), ou l’autre base juridique de la demande.',
    ],
  ),
  'not-own-authority': withWayOut(
    [
      '“{value}” is no authority of your State’s profile.',
      '« {value} » n’est pas une autorité du profil de votre État.',
    ],
    ['Authorities are: {names}.', 'Les autorités sont : {names}.'],
  ),
  'still-example': sentence(
    'These fields still hold the example of the form: {paths}.',
    'Ces champs contiennent encore l’exemple du formulaire : {paths}.',
  ),
} as const;
