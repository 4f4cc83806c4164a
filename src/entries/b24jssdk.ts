/** The entry `call-card-kit/b24jssdk`: for apps that already have `@bitrix24/b24jssdk`. */
export {fromB24Frame, type B24FrameLike} from '../portal/b24jssdk-transport.js';
export type {PortalClientOptions} from '../portal/portal-client.js';
