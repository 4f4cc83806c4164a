/** The entry `call-card-kit/b24jssdk`: for apps that already have `@bitrix24/b24jssdk`. */
export {fromB24Frame, type B24FrameLike} from './portal/b24jssdk/b24-frame-link.js';
export type {LinkedPortalOptions} from './portal/linked-portal.js';
