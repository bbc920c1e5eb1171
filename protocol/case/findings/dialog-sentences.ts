import { sentence } from './sentence.ts';

/** On questions, consultation, conditions, confidentiality and use. */
export const DIALOG_SENTENCES = {
  'consult-before-refusing': sentence(
    'Before refusing on {code}, consult on conditions under which you could help. The other State must have had its say.',
    'Avant de refuser au titre de {code}, consultez sur des conditions qui permettraient l’entraide. L’autre État doit avoir pu s’exprimer.',
    'CONSULT_OPEN',
    'CONDITIONS_PROPOSE',
    'CONSULT_CLOSE',
  ),
  'consult-before-postponing': sentence(
    'Before postponing, consult on conditions under which you could help now. The other State must have had its say.',
    'Avant d’ajourner, consultez sur des conditions qui permettraient l’entraide dès maintenant. L’autre État doit avoir pu s’exprimer.',
    'CONSULT_OPEN',
    'CONDITIONS_PROPOSE',
    'CONSULT_CLOSE',
  ),
  'not-heard': sentence(
    'The other State has not spoken yet and its time is not up: closed now, this does not count as a consultation.',
    'L’autre État ne s’est pas exprimé et son délai court encore : close maintenant, la consultation ne compte pas.',
  ),
  'condition-unknown': sentence(
    'No condition {condition} is waiting for your answer.',
    'Aucune condition {condition} n’attend votre réponse.',
  ),
  'condition-open': sentence(
    'Condition {condition} has no answer yet.',
    'La condition {condition} n’a pas encore de réponse.',
    'CONDITIONS_PROPOSE',
    'PARTIAL_RESULT',
  ),
  'condition-not-open': sentence(
    'There is no open condition {condition} of yours.',
    'Vous n’avez pas de condition {condition} en suspens.',
  ),
  'condition-unanswered': sentence(
    'Condition {condition} has no answer yet: wait for it, or drop the condition (determination: provide_without).',
    'La condition {condition} n’a pas encore de réponse : attendez-la, ou abandonnez la condition (determination: provide_without).',
  ),
  'nothing-declined': sentence(
    'None of your conditions was declined: there is nothing to decide on. Name those that you drop.',
    'Aucune de vos conditions n’a été refusée : il n’y a rien à décider. Nommez celles que vous abandonnez.',
    'ACCEPT',
  ),
  'costs-open': sentence(
    'You consult on costs, and they are not settled.',
    'Une consultation sur les frais est en cours ; ils ne sont pas réglés.',
    'CONSULT_NOTE',
    'CONSULT_CLOSE',
  ),
  'confidentiality-undirected': sentence(
    'You said that secrecy cannot be kept. The other State has not yet said whether to go on.',
    'Vous avez dit que le secret ne peut être gardé. L’autre État n’a pas encore dit s’il faut continuer.',
    'STATUS_REPORT',
  ),
  'status-asked-already': sentence(
    'You have asked already, and the answer is still to come.',
    'Vous avez déjà posé la question ; la réponse est attendue.',
  ),
  'question-unknown': sentence(
    'No question {question} is open.',
    'Aucune question {question} n’est ouverte.',
    'SUPPLEMENT',
  ),
  'object-unknown': sentence(
    'No object {object} was furnished to you in this case.',
    'Aucune pièce {object} ne vous a été fournie dans cette affaire.',
  ),
  'exceptional-reason-missing': sentence(
    'Say why notice could not come before the disclosure. Otherwise give it before.',
    'Dites pourquoi l’avis n’a pu précéder la divulgation. Sinon, donnez-le avant.',
    'EXCULPATORY_NOTICE',
  ),
  'disclosure-not-announced': sentence(
    'This disclosure was not announced. Give notice before it, or say why that was not possible.',
    'Cette divulgation n’a pas été annoncée. Donnez avis avant, ou dites pourquoi ce n’était pas possible.',
    'EXCULPATORY_NOTICE',
  ),
  'disclosure-while-consulting': sentence(
    'The other State asked to be consulted, and that is not finished. Go on only if the court will not wait.',
    'L’autre État a demandé à être consulté, et ce n’est pas terminé. Ne continuez que si le tribunal n’attend pas.',
    'CONSULT_NOTE',
  ),
  'disclosure-not-criminal': sentence(
    'The information came under the article that lets you disclose in criminal proceedings only.',
    'L’information relève de l’article qui ne permet la divulgation que dans une procédure pénale.',
    'CONSENT_REQUEST',
  ),
  'caveat-unknown': sentence(
    'No restriction {caveat} is in force.',
    'Aucune restriction {caveat} n’est en vigueur.',
  ),
  'caveat-not-yours': sentence(
    'Restriction {caveat} was imposed by the other State, and only it can lift it.',
    'La restriction {caveat} émane de l’autre État, qui seul peut la lever.',
    'CONSENT_REQUEST',
  ),
  'item-not-yours': sentence(
    'Name a message of your own in this case.',
    'Indiquez un de vos messages de cette affaire.',
  ),
  'item-not-theirs': sentence(
    'Name a message of the other State in this case.',
    'Indiquez un message de l’autre État de cette affaire.',
  ),
} as const;
