"use strict";
// Every page works without this. It adds what only a browser knows: the day, and what it can share.
(function () {
  var page = document.documentElement;
  var send = document.querySelector(".send");
  if (!send) { return; }
  function button(label, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    send.append(" ", made);
  }
  if (navigator.share && location.protocol !== "file:") {
    button(send.dataset.send, function () {
      navigator.share({ title: document.title, url: location.href }).catch(function () {});
    });
  }
  button(send.dataset.print, function () {
    document.querySelectorAll("details").forEach(function (one) { one.open = true; });
    window.print();
  });
  page.classList.add("scripted");
})();
