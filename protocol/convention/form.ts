/** What the daemon, the command line and programs of States need to read, check and take apart a form. */
export { checkContent } from './content/check-content.ts';
export { completeContent, idsTaken } from './content/complete-content.ts';
export { defectsOf } from './content/defects.ts';
export type { FormContent, FormValue } from './content/form-value.ts';
export { givenInAct, joinContent, splitContent } from './content/split-content.ts';
export { exampleContent } from './form/example-content.ts';
export { FORM_LIMITS, parseForm } from './form/parse-form.ts';
export { formOf, template } from './form/template.ts';
export { mayGo } from './problem.ts';
