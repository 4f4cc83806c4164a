import type {ContractGroup} from './cases.js';
export const REST_GROUPS: readonly ContractGroup[] = [];
