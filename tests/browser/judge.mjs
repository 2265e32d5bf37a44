// Asks the list of the browser what each line of a file asks, as an address; writes what it answers, line by line.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const [judging, listed, questions] = process.argv.slice(2);
const browser = createContext({ URLSearchParams });
for (const script of [judging, listed]) runInContext(readFileSync(script, "utf-8"), browser);
browser.questions = JSON.parse(readFileSync(questions, "utf-8"));
runInContext(`
  var answers = questions.map(function (address) {
    var read = avcareersJudging.read(avcareersListed, address);
    var found = avcareersJudging.judge(avcareersListed, read.asked);
    var left = Object.keys(found.leftOut).sort().map(function (reason) { return [reason, found.leftOut[reason].length]; });
    var matching = Object.keys(found.matching).sort().map(function (key) { return [key, found.matching[key].length]; });
    return { ignored: read.ignored, matching: matching, left: left };
  });
`, browser);
console.log(JSON.stringify(browser.answers));
