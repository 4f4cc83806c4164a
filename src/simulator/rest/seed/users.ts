/** The sample firm's users. 6 is the operator. */
import type {UserSeed} from '../crm/crm-seed.js';

export const USERS: readonly UserSeed[] = [
  {
    id: 1,
    name: 'Sabine',
    lastName: 'Vogel',
    secondName: 'Maria',
    position: 'Managing director',
    isAdmin: true,
    timeZone: 'Europe/Berlin',
    workday: 'OPENED',
    isOnline: true,
    innerPhone: '101',
  },
  {
    id: 6,
    name: 'Jonas',
    lastName: 'Becker',
    secondName: 'Emil',
    photo: '/simulator/photos/6.svg',
    position: 'Customer service',
    timeZone: 'Europe/Berlin',
    workday: 'OPENED',
    isOnline: true,
    innerPhone: '106',
    mobile: '+491701234506',
  },
  // Without a second name, a position and a time zone of her own.
  {id: 9, name: 'Leonie', lastName: 'Krüger', workday: 'PAUSED', innerPhone: '109'},
  // Has left the firm; records still refer to him.
  {
    id: 14,
    name: 'Oliver',
    lastName: 'Hartmann',
    position: 'Sales',
    isActive: false,
    workday: 'CLOSED',
  },
  // Forgot to end the working day yesterday.
  {id: 21, name: 'Marek', lastName: 'Nowak', workday: 'EXPIRED', isOnline: true, innerPhone: '121'},
];
