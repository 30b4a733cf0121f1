// The script of the page that is one file.

import './address.js';
import './register.js';
