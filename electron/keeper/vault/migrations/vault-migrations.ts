import type { Migration } from '../../database/database-schema.ts';
import { rowsOfVersion4 } from './from-3.ts';
import { rowsOfVersion5 } from './from-4.ts';
import { rowsOfVersion6 } from './from-5.ts';
import { rowsOfVersion7 } from './from-6.ts';
import { rowsOfVersion13 } from './from-12.ts';

/** From the first release's vault to this one. */
export const vaultMigrations: readonly Migration[] = [
  {
    from: 3,
    declared: 'f4e30a08ed45a4e4eb33098a1c83547bcbdc0a40208874c91fd8523c547164f2',
    carry: rowsOfVersion4,
  },
  {
    from: 4,
    declared: '66ce42460ee6d3a251e3f51d5a2d6b924715d941cabb81d6b13ba095f8f4240c',
    carry: rowsOfVersion5,
  },
  {
    from: 5,
    declared: 'f0ecf77c84211fa924fec1e4692bdc22c1574a3e543ce24c6707b35b4eb130cb',
    carry: rowsOfVersion6,
  },
  {
    from: 6,
    declared: '20d2537a37e919ac0efae8cea851c521896d3a4decc61fc93a34bac5cc7506ae',
    carry: rowsOfVersion7,
  },
  {
    from: 7,
    declared: '826961018bac9e362ec309cffb14c165021c523a5a7777280a22b763329d1761',
    // Two tables more, in which nothing stands yet.
    carry: (tables) => tables,
  },
  {
    from: 8,
    declared: '30c7ab15b084b6fe1fbda1fa9772ec84d1e6916cd2f5f2fd888c1bc312b200c4',
    // What was there says nothing of a programme's key, of practice or of routes.
    carry: (tables) => tables,
  },
  {
    from: 9,
    declared: '26cc43dc5a16326ae07ff7a5b83b20373717379cf9d7c0127aa792a9a71139e3',
    // What was there says nothing of suspending or of the counter's day.
    carry: (tables) => tables,
  },
  {
    from: 10,
    declared: '176746d9ad2edb2a1d9b5e88c3c6f44baeb4b9832b0246281b5d75907ddd239f',
    // What was there says nothing of residents at the screen.
    carry: (tables) => tables,
  },
  {
    from: 11,
    declared: 'f00be3c67ac3a360fee895fd0aff7b28e20edd3ac5443d245818cc19dd5a068e',
    // What was there does not know which production was not finished.
    carry: (tables) => tables,
  },
  {
    from: 12,
    declared: '8317273fb9f924645e47caf8886b0e307774df6ab994d5af83c853ebb93c7f13',
    carry: rowsOfVersion13,
  },
];
