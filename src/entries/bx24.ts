/** The entry `call-card-kit/bx24`: for apps that already load BX24.js. */
export {fromBX24, type Bx24Like, type Bx24PortalOptions} from '../portal/bx24-transport.js';
