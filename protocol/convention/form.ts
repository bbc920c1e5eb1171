/** What the daemon, the command line and programs of States need to read, check and take apart a form. */
export { checkContent, type CheckContext } from './content/check-content.ts';
export { completeContent, idsTaken, type TakenIds } from './content/complete-content.ts';
export { defectsOf } from './content/defects.ts';
export type { FormContent, FormValue } from './content/form-value.ts';
export { givenInAct, joinContent, markOf, splitContent, type SplitContent } from './content/split-content.ts';
export { exampleContent } from './form/example-content.ts';
export { type Form, FORM_LIMITS, type FormLimits, parseForm, type Position } from './form/parse-form.ts';
export { formOf, template, type TemplateOptions } from './form/template.ts';
export { mayGo, type Problem, type ProblemLevel } from './problem.ts';
