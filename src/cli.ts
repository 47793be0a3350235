#!/usr/bin/env node
import { main } from './cli/main.ts';

// Nothing but this file and what it starts may end the process.
process.exitCode = await main(process.argv.slice(2));
