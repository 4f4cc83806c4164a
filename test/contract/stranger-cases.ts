import type {ContractGroup} from './cases.js';
export const STRANGER_GROUPS: readonly ContractGroup[] = [];
