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
    'Line {line}, column {column}: the quotation mark that opens here is not closed. Put the same one at the end of the text.',
    'Ligne {line}, colonne {column} : le guillemet ouvert ici n’est pas refermé. Mettre le même à la fin du texte.',
  ),
  'form-after-quote': sentence(
    "Line {line}, column {column}: more text follows the closing quotation mark. Write a quotation mark inside a text twice ('it''s'), or put the text into the other kind.",
    "Ligne {line}, colonne {column} : du texte suit le guillemet fermant. Doubler l’apostrophe à l’intérieur du texte ('l''acte'), ou employer l’autre sorte de guillemets.",
  ),
  'form-escape': sentence(
    'Line {line}, column {column}: between "…" a backslash must be written twice, or use \'…\' instead.',
    'Ligne {line}, colonne {column} : entre "…", doubler la barre oblique inverse, ou employer \'…\'.',
  ),
  'form-bracket': sentence(
    'Line {line}, column {column}: the bracket “{opens}” that opens here is not closed. Put “{closes}” behind the last entry; a text that begins with “{opens}” must stand in quotes.',
    'Ligne {line}, colonne {column} : le crochet « {opens} » ouvert ici n’est pas refermé. Mettre « {closes} » après la dernière entrée ; un texte qui commence par « {opens} » doit être entre guillemets.',
  ),
  'form-stray-bracket': sentence(
    'Line {line}, column {column}: “{character}” closes what was not opened. Remove it, or put the text into quotes.',
    'Ligne {line}, colonne {column} : « {character} » ferme ce qui n’a pas été ouvert. Le supprimer, ou mettre le texte entre guillemets.',
  ),
  'form-stray-comma': sentence(
    'Line {line}, column {column}: an entry is missing before this comma. Remove the comma, or write the entry.',
    'Ligne {line}, colonne {column} : il manque une entrée avant cette virgule. Supprimer la virgule, ou écrire l’entrée.',
  ),
  'form-list-below': sentence(
    'Line {line}, column {column}: a list begins on the line below its name, one entry a line, each behind “- ”. A text that begins with “- ” must stand in quotes.',
    'Ligne {line}, colonne {column} : une liste commence sous son nom, une entrée par ligne, chacune après « - ». Un texte qui commence par « - » doit être entre guillemets.',
  ),
  'form-character': sentence(
    'Line {line}, column {column}: a text that begins with “{character}” must stand in quotes.',
    'Ligne {line}, colonne {column} : un texte qui commence par « {character} » doit être entre guillemets.',
  ),
  'form-space': sentence(
    'Line {line}, column {column}: a space must follow the colon, “{name}: value”.',
    'Ligne {line}, colonne {column} : une espace doit suivre les deux-points, « {name}: valeur ».',
  ),
  'form-no-colon': sentence(
    'Line {line}, column {column}: a field was expected here, “name: value”. Further lines of a text stand below “name: |”, two spaces further in than the name.',
    'Ligne {line}, colonne {column} : un champ est attendu ici, « nom: valeur ». La suite d’un texte se place sous « nom: | », avec un retrait de deux espaces.',
  ),
  'form-colon': sentence(
    'Line {line}, column {column}: a text with “: ” in it must stand in quotes, or begin on the line below “name: |”.',
    'Ligne {line}, colonne {column} : un texte contenant « : » doit être entre guillemets, ou commencer sous « nom: | ».',
  ),
  'form-indent': sentence(
    'Line {line}, column {column}: the line is indented otherwise than those around it. Fields that belong together begin in the same column.',
    'Ligne {line}, colonne {column} : le retrait de la ligne diffère de celui des lignes voisines. Les champs de même niveau commencent à la même colonne.',
  ),
  'form-unreadable': sentence(
    'Line {line}, column {column}: this cannot be read. Put texts with unusual characters into quotes.',
    'Ligne {line}, colonne {column} : illisible. Mettre entre guillemets les textes à caractères inhabituels.',
  ),
} as const;
