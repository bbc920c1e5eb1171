import { sentence } from './sentence.ts';

/** About a form as a file: what keeps it from being read, always with line and column where there is one. */
export const FORM_SENTENCES = {
  'form-too-large': sentence(
    'The form has more than {max} bytes. Put long texts and documents into attachments.',
    'Le formulaire dépasse {max} octets. Placer les textes longs et les documents en pièces jointes.',
  ),
  'form-empty': sentence('The form is empty.', 'Le formulaire est vide.'),
  'form-not-a-list-of-fields': sentence(
    'Line {line}, column {column}: a form is a list of fields, “name: value”.',
    'Ligne {line}, colonne {column} : un formulaire est une liste de champs, « nom: valeur ».',
  ),
  'form-several-documents': sentence(
    'The file holds more than one form. Remove the line “---” and what follows it.',
    'Le fichier contient plusieurs formulaires. Supprimer la ligne « --- » et ce qui la suit.',
  ),
  'form-reference': sentence(
    'Line {line}, column {column}: anchors and references (& and *) are not allowed. Put the text into quotes, or write it out.',
    'Ligne {line}, colonne {column} : les ancres et renvois (& et *) ne sont pas admis. Mettre le texte entre guillemets, ou le réécrire.',
  ),
  'form-tag': sentence(
    'Line {line}, column {column}: tags (!) are not allowed. Put the text into quotes.',
    'Ligne {line}, colonne {column} : les étiquettes (!) ne sont pas admises. Mettre le texte entre guillemets.',
  ),
  'form-twice': sentence(
    'Line {line}, column {column}: “{name}” was given before. Remove one of the two.',
    'Ligne {line}, colonne {column} : « {name} » figure déjà plus haut. Supprimer l’un des deux.',
  ),
  'form-bad-name': sentence(
    'Line {line}, column {column}: this is no name of a field.',
    'Ligne {line}, colonne {column} : ceci n’est pas un nom de champ.',
  ),
  'form-too-deep': sentence(
    'Line {line}, column {column}: lists and fields are nested too deep.',
    'Ligne {line}, colonne {column} : listes et champs sont imbriqués trop profondément.',
  ),
  'form-too-long': sentence(
    'Line {line}, column {column}: the form has more than {max} values.',
    'Ligne {line}, colonne {column} : le formulaire compte plus de {max} valeurs.',
  ),
  'form-tab': sentence(
    'Line {line}, column {column}: use spaces, not tabs, at the beginning of a line.',
    'Ligne {line}, colonne {column} : employer des espaces, non des tabulations, en début de ligne.',
  ),
  'form-quote': sentence(
    'Line {line}, column {column}: a quotation mark or bracket is not closed.',
    'Ligne {line}, colonne {column} : un guillemet ou un crochet n’est pas refermé.',
  ),
  'form-colon': sentence(
    'Line {line}, column {column}: a text with “: ” in it must stand in quotes, or begin on the line below “name: |”.',
    'Ligne {line}, colonne {column} : un texte contenant « : » doit être entre guillemets, ou commencer sous « nom: | ».',
  ),
  'form-indent': sentence(
    'Line {line}, column {column}: the line is indented otherwise than those around it.',
    'Ligne {line}, colonne {column} : le retrait de la ligne diffère de celui des lignes voisines.',
  ),
  'form-unreadable': sentence(
    'Line {line}, column {column}: this cannot be read. Put texts with unusual characters into quotes.',
    'Ligne {line}, colonne {column} : illisible. Mettre entre guillemets les textes à caractères inhabituels.',
  ),
} as const;
