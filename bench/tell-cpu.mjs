// Loaded before a program: tells whoever started it how much CPU it used, in ms, when it ends.
process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1000);
});
// The channel must not keep the program from ending.
process.channel?.unref();
