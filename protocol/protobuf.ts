/** The generated messages, configured: nothing else may import `gen/`. */
import './protobuf-settings.ts';

export { comity } from './gen/messages.js';
