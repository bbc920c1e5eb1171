import './thread-pool.ts';

export { initHome, readPublicProfile, type InitOptions, type MadeHome } from './init.ts';
