import{t as e}from"./page-DpvLe_VX.js";import{n as t}from"./styles-B94Ze6zY.js";var n=class extends Error{code;rule;field;constructor(e,t={}){super(e),this.code=t.code??`INTERNAL`,this.rule=t.rule??``,this.field=t.field??``}},r=class extends Error{},i=()=>new URL(`graphql`,document.baseURI).href;async function a(e,t,{token:a,signal:o}={}){let s=await fetch(i(),{method:`POST`,credentials:a===void 0?`same-origin`:`omit`,headers:{"Content-Type":`application/json`,Accept:`application/json`,...a===void 0?{}:{Authorization:`Bearer ${a}`}},body:JSON.stringify({query:e.toString(),variables:t}),signal:o??null}).catch(e=>{throw o?.aborted?e:new r(String(e))}),c=await s.json().catch(()=>{throw new r(`HTTP ${s.status}`)}),l=c.errors?.[0];if(l)throw new n(l.message,l.extensions);return c.data}var o=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},s=new o(`
    query Me {
  viewer {
    name
    person {
      language
    }
  }
}
    `),c=new o(`
    mutation CreatePanelToken($input: CreatePanelTokenInput!) {
  createPanelToken(input: $input) {
    token
    expiresAt
  }
}
    `),l=new o(`
    mutation CreatePanelCode($input: CreatePanelCodeInput!) {
  createPanelCode(input: $input) {
    code
    expiresAt
  }
}
    `);function u(e){return/^#nonce=([\w-]{22,128})$/.exec(e)?.[1]??null}function d(e,t){try{return e&&!e.closed&&e.location.origin===t?e:null}catch{return null}}function f(e,t,n,r){let i={type:`postchat:token`,nonce:n,...r};e.postMessage(i,t)}function p(e,t,n){let r=`/panel/${encodeURIComponent(t)}/sign-in${n}`;return new URL(`signin?next=${encodeURIComponent(r)}`,e).href}var m=e=>e.replace(/^(...)(...)$/,`$1 $2`);function h(e,t,...n){let r=Object.assign(document.createElement(e),t);return r.append(...n),r}function g(e,t,n,r,i){let a=h(`main`,{className:`pop-up`},h(`h1`,{},i(`signin.title`)));t&&a.append(h(`p`,{className:`muted`},h(`bdi`,{},t))),n&&a.append(h(`p`,{className:`small muted`},i(`signin.as`,{name:n}))),a.append(..._(r,t,i)),e.replaceChildren(a)}function _(e,t,n){let r=t=>{let n=h(`p`,{},t);return n.setAttribute(`role`,e.state===`failed`?`alert`:`status`),n};switch(e.state){case`working`:return[r(n(`signin.working`))];case`done`:return[r(n(`signin.done`))];case`stray`:return[r(n(`signin.stray`))];case`code`:return[r(n(`signin.code`)),h(`output`,{className:`code`},m(e.code)),h(`p`,{className:`small`},n(`signin.codeOnly`,{name:t})),v(n(`signin.newCode`),e.again)];case`expired`:return[r(n(`signin.expired`)),v(n(`signin.newCode`),e.again)];case`failed`:return[r(e.message),v(n(`signin.again`),e.again)]}}function v(e,t){return h(`button`,{type:`button`,className:`button primary`,onclick:t},e)}var y=e(),b=u(location.hash),x,S=``,C=0;function w(e){let t=document.getElementById(`root`);t&&g(t,y.name,S,e,x.t)}async function T(){try{let{viewer:e}=await a(s,{});return S=e.name,e.person?.language&&(x=await t([e.person.language,...navigator.languages])),!0}catch(e){if(!(e instanceof n&&e.code===`DENIED`))throw e;return location.replace(p(document.baseURI,y.source,location.hash)),!1}}async function E(e){let t=d(window.opener,location.origin);if(!t)return!1;let{createPanelToken:n}=await a(c,{input:{source:y.source}});return n?(f(t,location.origin,e,n),w({state:`done`}),window.close(),!0):!1}async function D(e){let{createPanelCode:t}=await a(l,{input:{source:y.source,nonce:e}});if(!t)return;let n=()=>void O();w({state:`code`,code:t.code,again:n});let r=Math.max(Date.parse(t.expiresAt)-Date.now(),0);C=window.setTimeout(()=>w({state:`expired`,again:n}),r)}async function O(){if(b===null)return w({state:`stray`});clearTimeout(C),w({state:`working`});try{await T()&&!await E(b)&&await D(b)}catch(e){w({state:`failed`,message:e instanceof n&&e.code!==`INTERNAL`?e.message:x.t(`signin.failed`),again:()=>void O()})}}addEventListener(`vite:preloadError`,()=>location.reload(),{once:!0}),x=await t(navigator.languages),document.title=x.t(`signin.title`),await O();