import{a as e,i as t,r as n}from"./styles-DtJCGQ9Q.js";import{i as r,n as i,r as a,t as o}from"./mount-pcZCwudj.js";import{a as s,i as c,n as l,r as u,t as d}from"./client-CqsYOLq5.js";import{r as f}from"./host-CfDeytoa.js";var p=r(),m=a();function h({session:e,before:t}){let{t:n}=i(),r=async()=>{await t?.(),e.signOut()};return(0,m.jsxs)(`p`,{className:`account small muted`,children:[e.name&&(0,m.jsx)(`bdi`,{children:n(`account.name`,{name:e.name})}),(0,m.jsx)(`button`,{type:`button`,className:`link`,onClick:()=>void r(),children:n(`account.signOut`)})]})}function g(e){return typeof e==`object`&&!!e}var _=`x-graphql-event-stream-token`;function v(e){if(e=e,e!==`next`&&e!==`complete`)throw Error(`Invalid stream event "${e}"`);return e}function y(e,t){if(t)try{t=JSON.parse(t)}catch{throw Error(`Invalid stream data`)}if(e===`next`&&!t)throw Error(`Stream data must be an object for "next" events`);return t||null}var b;(function(e){e[e.NewLine=10]=`NewLine`,e[e.CarriageReturn=13]=`CarriageReturn`,e[e.Space=32]=`Space`,e[e.Colon=58]=`Colon`})(b||={});function x(){let e,t,n,r=!1,i={event:``,data:``},a=[],o=new TextDecoder;return function(s){if(e===void 0)e=s,t=0,n=-1;else{let t=new Uint8Array(e.length+s.length);t.set(e),t.set(s,e.length),e=t}let c=e.length,l=0;for(;t<c;){r&&=(e[t]===b.NewLine&&(l=++t),!1);let s=-1;for(;t<c&&s===-1;++t)switch(e[t]){case b.Colon:n===-1&&(n=t-l);break;case b.CarriageReturn:r=!0;case b.NewLine:s=t}if(s===-1)break;if(l===s){if(i.event||i.data){if(!i.event)throw Error(`Missing message event`);let e=v(i.event),t=y(e,i.data);a.push({event:e,data:t}),i={event:``,data:``}}}else if(n>0){let t=e.subarray(l,s),r=o.decode(t.subarray(0,n)),a=n+(t[n+1]===b.Space?2:1),c=o.decode(t.subarray(a));switch(r){case`event`:i.event=c;break;case`data`:i.data=i.data?i.data+`
`+c:c}}l=t,n=-1}if(l===c){e=void 0;let t=[...a];return a=[],t}l!==0&&(e=e.subarray(l),t-=l)}}function S(e){let{singleConnection:t=!1,lazy:n=!0,lazyCloseTimeout:r=0,onNonLazyError:i=console.error,generateID:a=function(){return`xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`.replace(/[xy]/g,e=>{let t=Math.random()*16|0;return(e==`x`?t:t&3|8).toString(16)})},retryAttempts:o=5,retry:s=async function(e){let t=1e3;for(let n=0;n<e;n++)t*=2;await new Promise(e=>setTimeout(e,t+Math.floor(Math.random()*2700+300)))},credentials:c=`same-origin`,referrer:l,referrerPolicy:u,onMessage:d,on:f}=e,p=e.fetchFn||fetch,m=e.abortControllerImpl||AbortController,h=(()=>{let e=!1,t=[];return{get disposed(){return e},onDispose(n){return e?(setTimeout(()=>n(),0),()=>{}):(t.push(n),()=>{t.splice(t.indexOf(n),1)})},dispose(){if(!e){e=!0;for(let e of[...t])e()}}}})(),g,v,y=0,b=null,x=0;async function S(){try{if(h.disposed)throw Error(`Client has been disposed`);return await(v??=(async()=>{var t,n;if(b){if(await s(x),g.signal.aborted)throw Error(`Connection aborted by the client`);x++}(t=f?.connecting)==null||t.call(f,!!b),g=new m;let r=h.onDispose(()=>g.abort());g.signal.addEventListener(`abort`,()=>{r(),v=void 0});let i=e,a=typeof i.url==`function`?await i.url(void 0):i.url;if(g.signal.aborted)throw Error(`Connection aborted by the client`);let o=typeof i.headers==`function`?await i.headers(void 0):i.headers??{};if(g.signal.aborted)throw Error(`Connection aborted by the client`);let y;try{y=await p(a,{signal:g.signal,method:`PUT`,credentials:c,referrer:l,referrerPolicy:u,headers:o})}catch(e){throw new C(e)}if(y.status!==201)throw new C(y);o[_]=await y.text();let S=await T({signal:g.signal,headers:o,credentials:c,referrer:l,referrerPolicy:u,url:a,fetchFn:p,onMessage:e=>{var t;(t=f?.message)==null||t.call(f,e),d?.(e)}});return(n=f?.connected)==null||n.call(f,!!b),S.waitForThrow().catch(()=>v=void 0),S})())}catch(e){throw v=void 0,e}}t&&!n&&(async()=>{for(y++;;)try{let{waitForThrow:e}=await S();await e()}catch(e){if(h.disposed)return;if(!(e instanceof C)||(v=void 0,!o||x>=o))return i?.(e);b=e}})();function w(i,_,w){if(!t){let t=new m,n=h.onDispose(()=>{n(),t.abort()});return(async()=>{var n,r,a,m;let h=null,g=0;for(;;)try{if(h){if(await s(g),t.signal.aborted)throw Error(`Connection aborted by the client`);g++}(n=f?.connecting)==null||n.call(f,!!h),(r=w?.connecting)==null||r.call(w,!!h);let o=e,v=typeof o.url==`function`?await o.url(i):o.url;if(t.signal.aborted)throw Error(`Connection aborted by the client`);let y=typeof o.headers==`function`?await o.headers(i):o.headers??{};if(t.signal.aborted)throw Error(`Connection aborted by the client`);let{getResults:b}=await T({signal:t.signal,headers:{...y,"content-type":`application/json; charset=utf-8`},credentials:c,referrer:l,referrerPolicy:u,url:v,body:JSON.stringify(i),fetchFn:p,onMessage:e=>{var t,n;(t=f?.message)==null||t.call(f,e),(n=w?.message)==null||n.call(w,e),d?.(e)}});(a=f?.connected)==null||a.call(f,!!h),(m=w?.connected)==null||m.call(w,!!h);for await(let e of b())h=null,g=0,_.next(e);return t.abort()}catch(e){if(t.signal.aborted)return;if(!(e instanceof C)||!o||g>=o)throw e;h=e}})().then(()=>_.complete()).catch(e=>_.error(e)),()=>t.abort()}y++;let E=new m,D=h.onDispose(()=>{D(),E.abort()});return(async()=>{let e=a();i={...i,extensions:{...i.extensions,operationId:e}};let t=null;for(;;){t=null;try{let{url:n,headers:r,getResults:a}=await S(),o;try{o=await p(n,{signal:E.signal,method:`POST`,credentials:c,referrer:l,referrerPolicy:u,headers:{...r,"content-type":`application/json; charset=utf-8`},body:JSON.stringify(i)})}catch(e){throw new C(e)}if(o.status!==202)throw new C(o);t=async()=>{let t;try{let i=new m,a=h.onDispose(()=>{a(),i.abort()});t=await p(n+`?operationId=`+e,{signal:i.signal,method:`DELETE`,credentials:c,referrer:l,referrerPolicy:u,headers:r})}catch(e){throw new C(e)}if(t.status!==200)throw new C(t)};for await(let t of a({signal:E.signal,operationId:e}))b=null,x=0,_.next(t);return t=null,E.abort()}catch(e){if(E.signal.aborted)return await t?.();if(!(e instanceof C)||(n&&(v=void 0),!o||x>=o))throw E.abort(),e;b=e}finally{E.signal.aborted&&--y===0&&(isFinite(r)&&r>0?setTimeout(()=>{y||g.abort()},r):g.abort())}}})().then(()=>_.complete()).catch(e=>_.error(e)),()=>E.abort()}return{subscribe:w,iterate(e,t){let n=[],r={done:!1,error:null,resolve:()=>{}},i=w(e,{next(e){n.push(e),r.resolve()},error(e){r.done=!0,r.error=e,r.resolve()},complete(){r.done=!0,r.resolve()}},t),a=(async function*(){for(;;){for(n.length||await new Promise(e=>r.resolve=e);n.length;)yield n.shift();if(r.error)throw r.error;if(r.done)return}})();return a.throw=async e=>(r.done||(r.done=!0,r.error=e,r.resolve()),{done:!0,value:void 0}),a.return=async()=>(i(),{done:!0,value:void 0}),a},dispose(){h.dispose()}}}var C=class extends Error{constructor(e){let t,n;w(e)?(n=e,t=`Server responded with `+e.status+`: `+e.statusText):t=e instanceof Error?e.message:String(e),super(t),this.name=this.constructor.name,this.response=n}};function w(e){return g(e)&&typeof e.ok==`boolean`&&typeof e.status==`number`&&typeof e.statusText==`string`}async function T(e){let{signal:t,url:n,credentials:r,headers:i,body:a,referrer:o,referrerPolicy:s,fetchFn:c,onMessage:l}=e,u={},d={},f;try{f=await c(n,{signal:t,method:a?`POST`:`GET`,credentials:r,referrer:o,referrerPolicy:s,headers:{...i,accept:`text/event-stream`},body:a})}catch(e){throw new C(e)}if(!f.ok)throw new C(f);if(!f.body)throw Error(`Missing response body`);let p=null,m;return(async()=>{var e;try{let t=x();for await(let n of E(f.body)){if(typeof n==`string`)throw p=Error(`Unexpected string chunk "${n}"`);let r;try{r=t(n)}catch(e){throw p=e}if(r)for(let t of r){try{l?.(t)}catch(e){throw p=e}let n=t.data&&`id`in t.data?t.data.id:``;switch(n in d||(d[n]=[]),t.event){case`next`:n?d[n].push(t.data.payload):d[n].push(t.data);break;case`complete`:d[n].push(`complete`);break;default:throw p=Error(`Unexpected message event "${t.event}"`)}(e=u[n])==null||e.proceed()}}if(Object.keys(u).length)throw Error(`Connection closed while having active streams`)}catch(e){p=!p&&Object.keys(u).length?new C(e):e,m?.(p)}finally{Object.values(u).forEach(({proceed:e})=>e())}})(),{url:n,headers:i,waitForThrow:()=>new Promise((e,t)=>{if(p)return t(p);m=t}),async*getResults(e){let{signal:t,operationId:n=``}=e??{};try{for(;;){for(;d[n]?.length;){let e=d[n].shift();if(e===`complete`)return;yield e}if(p)throw p;if(t?.aborted)throw Error(`Getting results aborted by the client`);await new Promise(e=>{let r=()=>{t?.removeEventListener(`abort`,r),delete u[n],e()};t?.addEventListener(`abort`,r),u[n]={proceed:r}})}}finally{delete d[n]}}}}function E(e){return typeof Object(e)[Symbol.asyncIterator]==`function`?(e=e,e):(async function*(){let t=e.getReader(),n;do n=await t.read(),n.value!==void 0&&(yield n.value);while(!n.done)})()}var D=15e3,O=(e,t=Math.random())=>Math.min(D,1e3*2**e)*(.5+t/2);function k(e,t,n){let r=S({url:u(),credentials:`omit`,headers:{Authorization:`Bearer ${n.token}`},retryAttempts:0}),i={query:e.toString(),variables:t},a,o,s=0,c=()=>{a=void 0,n.status(`reconnecting`),o=setTimeout(l,O(s++))},l=()=>{clearTimeout(o),a||document.hidden||(a=r.subscribe(i,{next:({data:e,errors:t})=>{let r=t?.[0];if(r)return n.refused(new d(r.message,r.extensions));s=0,n.status(`live`),e&&n.next(e)},error:async e=>{let t=await ee(e);if(!t)return c();a=void 0,n.refused(t)},complete:()=>a&&c()}))},f=()=>{clearTimeout(o);let e=a;a=void 0,e?.()},p=()=>{clearTimeout(o),document.hidden?o=setTimeout(f,500):l()};return document.addEventListener(`visibilitychange`,p),l(),()=>{document.removeEventListener(`visibilitychange`,p),f(),r.dispose()}}async function ee(e){let t=e.response;if(!(t instanceof Response)||t.status>=500||t.status===429)return;let n=(await t.clone().json().catch(()=>void 0))?.errors?.[0];return n&&new d(n.message,n.extensions)}var A={codes:null,extra:[],note:``,urgent:!1,starred:[],covered:[],lifted:[]};function te({codes:e,extraAddresses:t,note:n,urgent:r,starred:i,covered:a,lifted:o}){return{codes:e,extra:t.map(e=>e.text),note:n,urgent:r,starred:i,covered:a.map(j),lifted:o.map(j)}}var j=({message:e,start:t,end:n})=>({message:e,start:t,end:n});function M({extra:e,...t}){return{...t,extraAddresses:e.join(`; `)}}var N=(e,t)=>JSON.stringify(e)===JSON.stringify(t);function P(e,t,n){return e===`note`?t.note.trim()===n.note.trim():N(t[e],n[e])}var F=Object.keys(A),I=(e,t)=>F.every(n=>P(n,e,t));function ne(e,t,n){let r=n=>P(n,e,t),i=F.filter(i=>!re(i)&&!r(i)&&!P(i,e,n)&&!P(i,t,n));return{draft:{codes:r(`codes`)?n.codes:t.codes,note:r(`note`)&&e.note!==n.note&&t.note.trim()!==n.note?n.note:t.note,urgent:r(`urgent`)?n.urgent:t.urgent,extra:L(e.extra,t.extra,n.extra),starred:L(e.starred,t.starred,n.starred),covered:L(e.covered,t.covered,n.covered),lifted:L(e.lifted,t.lifted,n.lifted)},clashes:i}}var re=e=>Array.isArray(A[e]);function L(e,t,n){if(N(e,t))return n;let r=(e,t)=>e.some(e=>N(e,t)),i=t.filter(t=>!r(e,t)&&!r(n,t));return[...n.filter(n=>r(t,n)||!r(e,n)),...i]}var R=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new R(`
    fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}
    `,{fragmentName:`FollowUpParts`}),new R(`
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      name
      email
      phone
    }
    transcript {
      key
      at
      role
      name
      text
      private
      event
      files {
        name
      }
    }
  }
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
    fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`,{fragmentName:`PanelParts`});var ie=new R(`
    query Me {
  viewer {
    name
    person {
      language
    }
  }
}
    `),ae=new R(`
    mutation SignOut {
  signOut(input: {}) {
    ended
  }
}
    `),oe=new R(`
    mutation RedeemCode($input: RedeemPanelCodeInput!) {
  redeemPanelCode(input: $input) {
    token
  }
}
    `),se=new R(`
    mutation SendAgain($input: SendAgainInput!) {
  sendAgain(input: $input) {
    followUp {
      id
    }
  }
}
    `),ce=new R(`
    query ToBeCoded($first: Int!) {
  followUps(
    first: $first
    oldestFirst: true
    filter: {states: [AWAITING_OK, AWAITING_CODE]}
  ) {
    nodes {
      id
      number
      state
      waitsSince
      sendsAt
      campaign {
        name
      }
      chat {
        closedAt
        visitor {
          name
          email
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `),le=new R(`
    subscription FollowUpsChanged {
  followUpsChanged {
    cursor
  }
}
    `),ue=new R(`
    query Preview($input: PreviewMailInput!) {
  previewMail(input: $input) {
    subject
    from
    replyTo
    content {
      plain
      html
    }
  }
}
    `),de=new R(`
    query SuggestAddresses($campaign: ID!, $prefix: String!) {
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {
    address {
      text
    }
  }
}
    `),fe=new R(`
    query CanClose($conversation: ConversationInput!) {
  canClose(conversation: $conversation) {
    canClose
  }
}
    `),pe=new R(`
    query Panel($language: Language!, $conversation: ConversationInput, $followUp: ID) {
  panel(conversation: $conversation, followUp: $followUp) {
    ...PanelParts
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      name
      email
      phone
    }
    transcript {
      key
      at
      role
      name
      text
      private
      event
      files {
        name
      }
    }
  }
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),me=new R(`
    subscription PanelChanged($language: Language!, $conversation: ConversationInput, $followUp: ID) {
  panelChanged(conversation: $conversation, followUp: $followUp) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      name
      email
      phone
    }
    transcript {
      key
      at
      role
      name
      text
      private
      event
      files {
        name
      }
    }
  }
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),he=new R(`
    mutation SaveDraft($language: Language!, $input: SaveDraftInput!) {
  saveDraft(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      name
      email
      phone
    }
    transcript {
      key
      at
      role
      name
      text
      private
      event
      files {
        name
      }
    }
  }
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),ge=new R(`
    mutation Submit($language: Language!, $input: SubmitFollowUpInput!) {
  submitFollowUp(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      name
      email
      phone
    }
    transcript {
      key
      at
      role
      name
      text
      private
      event
      files {
        name
      }
    }
  }
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),_e=new R(`
    mutation Undo($language: Language!, $input: UndoFollowUpInput!) {
  undoFollowUp(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      name
      email
      phone
    }
    transcript {
      key
      at
      role
      name
      text
      private
      event
      files {
        name
      }
    }
  }
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),ve=new R(`
    mutation SendNow($language: Language!, $input: SendFollowUpNowInput!) {
  sendFollowUpNow(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      name
      email
      phone
    }
    transcript {
      key
      at
      role
      name
      text
      private
      event
      files {
        name
      }
    }
  }
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`);function ye(e,t,n){let r={token:t},i=async()=>(await c(pe,{...e,language:n},r)).panel;return{load:i,save:async(t,a,o)=>(await c(he,{language:n,input:{...e,version:t,...M(a)}},{...r,last:o})).saveDraft?.panel??i(),submit:async(t,a,o)=>(await c(ge,{language:n,input:{...e,version:t,...M(a),idempotencyKey:o}},r)).submitFollowUp?.panel??i(),undo:async()=>(await c(_e,{language:n,input:e},r)).undoFollowUp?.panel??i(),sendNow:async(e,t)=>(await c(ve,{language:n,input:{followUp:e,idempotencyKey:t}},r)).sendFollowUpNow?.panel??i(),sendAgain:async(e,t,n)=>(await c(se,{input:{followUp:e,to:`OTHERS`,addresses:t,idempotencyKey:n}},r),i()),watch:({next:r,refused:i,status:a})=>k(me,{...e,language:n},{token:t,next:e=>r(e.panelChanged.panel),refused:i,status:a})}}function z({tone:e,children:t}){return(0,m.jsxs)(`span`,{className:`state ${e}`,children:[(0,m.jsxs)(`svg`,{viewBox:`0 0 10 10`,width:`10`,height:`10`,"aria-hidden":`true`,children:[e===`ok`&&(0,m.jsx)(`circle`,{cx:`5`,cy:`5`,r:`4.5`,fill:`currentColor`}),e===`wait`&&(0,m.jsx)(`circle`,{cx:`5`,cy:`5`,r:`3.5`,fill:`none`,stroke:`currentColor`,strokeWidth:`2`}),e===`bad`&&(0,m.jsx)(`path`,{d:`M5 0l5 5-5 5-5-5z`,fill:`currentColor`})]}),t]})}var be=(e,t)=>e.message===t.message&&e.start<=t.start&&t.end<=e.end,xe=(e,t)=>e.message===t.message&&e.start===t.start&&e.end===t.end;function Se(e,t,{covered:n,lifted:r,suggested:i}){let a=[...t],o=t=>t.message===e&&t.start<t.end,s=n.filter(o),c=i.filter(o),l=[0,a.length,...[...s,...c].flatMap(({start:e,end:t})=>[e,t])],u=[...new Set(l.filter(e=>e>=0&&e<=a.length))].sort((e,t)=>e-t);return u.slice(0,-1).map((t,n)=>{let i=u[n+1]??t,o=e=>e.start<=t&&i<=e.end,l=s.find(o),d=c.filter(o),f=Ce(d,r)[0],p=l??f??d[0],m=p?{message:e,start:p.start,end:p.end}:{message:e,start:t,end:i},h=l?`covered`:f?`suggested`:d[0]?`lifted`:`none`;return{start:t,end:i,text:a.slice(t,i).join(``),cover:h,stretch:m}})}var Ce=(e,t)=>e.filter(e=>!t.some(t=>be(t,e)));function we({cover:e,stretch:t},{covered:n,lifted:r}){let i=e=>e.filter(e=>!xe(e,t));switch(e){case`covered`:return{covered:i(n),lifted:r};case`suggested`:return{covered:n,lifted:[...r,t]};case`lifted`:return{covered:n,lifted:r.filter(e=>!be(e,t))};default:return{covered:B([...n,t]),lifted:r}}}function B(e){let t=[];for(let n of[...e].sort((e,t)=>e.message.localeCompare(t.message)||e.start-t.start)){let e=t.at(-1);e&&e.message===n.message&&n.start<=e.end?e.end=Math.max(e.end,n.end):t.push({...n})}return t}function Te(e,t,n){let r=De(e.text),i=r.findLastIndex(e=>e.trim()!==``),a=r.findIndex(e=>e.trim()!==``),o=e.start;return r.map((r,s)=>{let c=o;return o+=V(r),r.trim()===``?{text:r,stretch:null}:{text:r,stretch:{message:e.stretch.message,start:s===a&&t?.cover===`covered`?e.start:c,end:s===i&&n?.cover===`covered`?e.end:o}}})}var Ee=/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u;function De(e){return e.split(/(\s+)/).filter(e=>e!==``).flatMap(e=>Ee.test(e)?[...new Intl.Segmenter(void 0,{granularity:`word`}).segment(e)].map(e=>e.segment):[e])}var V=e=>[...e].length;function H(e){return e.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,e=>{let t=e.charCodeAt(0);return e===`
`||e===`	`?e:t<32?String.fromCharCode(9216+t):t===127?`␡`:`�`})}var U=e=>Object.hasOwn(t,e);function W(e,t){if(e instanceof d){let n=[`rule.${e.rule}`,`problem.${e.code}`].find(U);return n?t(n):e.message}return e instanceof l?t(`problem.unreachable`):t(`problem.INTERNAL`)}function Oe({rule:e,message:t},n){let r=`rule.${e}`;return U(r)?n(r):t}function G(e){let[,t]=(0,p.useState)(0),n=e===null?null:Math.max(0,Math.ceil((Date.parse(e)-s())/1e3)),r=n!==null&&n>0;return(0,p.useEffect)(()=>{if(!r)return;let e=setInterval(()=>t(e=>e+1),250);return()=>clearInterval(e)},[r]),n}function ke({panel:e,store:t,state:n,main:r}){let{t:a}=i(),o=G(e.sendsAt),s=e.envelope.recipients.length,c=e.followUp?.state===`AWAITING_TRANSCRIPT`,l=e.sendsAt&&e.submittedAt?(Date.parse(e.sendsAt)-Date.parse(e.submittedAt))/1e3:0,u=n.wish!==null;return(0,m.jsxs)(`div`,{className:`sending`,children:[(0,m.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:a(`sending.kept`)}),o!==null&&l>0&&(0,m.jsx)(`div`,{className:`progress`,children:(0,m.jsx)(`span`,{style:{"--part":Math.min(1,o/l)}})}),(0,m.jsxs)(`div`,{className:`sending-line`,children:[(0,m.jsxs)(`p`,{className:`sending-words`,children:[(0,m.jsx)(`strong`,{children:e.stage===`OPEN`?a(`sending.open`,{count:s}):c?a(`sending.transcript`,{count:s}):s===0?a(`sending.nobody`):o?a(`sending.in`,{count:s,seconds:o}):a(`sending.now`,{count:s})}),e.submittedBy&&(0,m.jsx)(`span`,{className:`small muted`,children:(0,m.jsx)(`bdi`,{children:a(`sending.by`,{name:e.submittedBy})})})]}),(0,m.jsxs)(`div`,{className:`row`,children:[(0,m.jsx)(`button`,{ref:r,type:`button`,className:`button`,"aria-disabled":u,onClick:()=>void t.undo(),children:a(`sending.undo`)}),e.followUp&&(0,m.jsx)(`button`,{type:`button`,className:`button primary`,"aria-disabled":u,onClick:()=>void t.sendNow(),children:a(`sending.sendNow`)})]})]})]})}function K(e,t,n=new Date){let r=new Date(e),i=r.toDateString()===n.toDateString();return new Intl.DateTimeFormat(t,i?{timeStyle:`short`}:{dateStyle:`medium`,timeStyle:`short`}).format(r)}function Ae(e){let t=[Math.floor(e/60)%60,e%60].map(e=>String(e).padStart(2,`0`)),n=Math.floor(e/3600);return n>0?[n,...t].join(`:`):t.join(`:`).replace(/^0/,``)}function je({panel:e,store:t,state:n}){let{t:r}=i(),a=(0,p.useRef)(null),o=e.submittedAt!==null,s=Ne(a,o)&&!o,c=r(n.wish===`ok`?`ok.sending`:e.stage===`OPEN`?`ok.open`:`ok.button`);return(0,m.jsxs)(`footer`,{className:`footer`,children:[(0,m.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:s&&r(`sending.undone`)}),(0,m.jsx)(Pe,{store:t,state:n}),o?(0,m.jsx)(ke,{panel:e,store:t,state:n,main:a}):(0,m.jsxs)(m.Fragment,{children:[(0,m.jsxs)(`p`,{className:`footer-line small muted`,children:[(0,m.jsx)(Fe,{panel:e,told:n.problem!==null}),(0,m.jsx)(`span`,{className:`saved`,"aria-live":`polite`,children:n.saving===`away`?null:Me(n,e.version,r)})]}),(0,m.jsxs)(`button`,{ref:a,type:`button`,className:`button primary wide`,"aria-keyshortcuts":`Control+Enter`,"aria-disabled":n.wish!==null,onClick:()=>void t.ok(),children:[c,(0,m.jsx)(`span`,{className:`key`,"aria-hidden":`true`,children:`Ctrl ⏎`})]})]})]})}var Me=(e,t,n)=>e.saving===`saved`?t>0?n(`save.saved`):``:n(`save.${e.saving}`);function Ne(e,t){let n=(0,p.useRef)(t),[r,i]=(0,p.useState)(!1);return(0,p.useEffect)(()=>{n.current!==t&&(n.current=t,i(!0),(document.activeElement===document.body||document.activeElement===null)&&e.current?.focus())},[t,e]),r}function Pe({store:e,state:t}){let{t:n}=i(),r=t.clashes.map(e=>n(`field.${e}`)).join(`, `);return t.saving===`away`?(0,m.jsx)(`p`,{className:`trouble`,role:`alert`,children:n(`save.away`)}):!t.problem&&t.clashes.length===0&&!t.late?null:(0,m.jsxs)(`div`,{className:`trouble`,role:`alert`,children:[(0,m.jsxs)(`div`,{children:[(t.problem||r)&&(0,m.jsx)(`p`,{children:t.problem?W(t.problem,n):n(`clash`,{fields:r})}),(0,m.jsx)(q,{note:t.late})]}),(0,m.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:()=>e.dismiss(),"aria-label":n(`panel.dismiss`),title:n(`panel.dismiss`),children:(0,m.jsx)(`span`,{"aria-hidden":`true`,children:`✕`})})]})}function q({note:e}){let{t}=i();return e?(0,m.jsxs)(`p`,{children:[t(`late`),` `,(0,m.jsx)(`q`,{dir:`auto`,children:e})]}):null}function Fe({panel:e,told:t}){let{t:n,language:r}=i(),a=G(e.sendsAt),o=e.envelope.problems[0],{followUp:s,sendsAt:c}=e;if(o)return t?(0,m.jsx)(`span`,{}):(0,m.jsx)(`span`,{className:`warning`,children:Oe(o,n)});if(!s)return(0,m.jsx)(`span`,{children:n(`wait.open`)});let l=c?K(c,r):``;switch(s.state){case`AWAITING_TRANSCRIPT`:return(0,m.jsxs)(`span`,{children:[n(`wait.transcript`),` `,(0,m.jsx)(`bdi`,{children:H(s.reason)})]});case`AWAITING_CODE`:return(0,m.jsx)(`span`,{children:l&&n(`wait.code`,{time:l})});case`AWAITING_OK`:return(0,m.jsx)(`span`,{children:l&&n(`wait.limit`,{time:l})});default:return(0,m.jsx)(`span`,{children:a===null?n(`wait.reopened`):n(`wait.hold`,{time:Ae(a)})})}}var J=e=>e.map(({sentence:e})=>e).join(` · `),Ie=[`SENT`,`DELIVERED`,`ACCEPTED`],Le=[`FAILED`,`BOUNCED`,`BLOCKED`,`COMPLAINED`];function Y(e){return Ie.includes(e)?`ok`:Le.includes(e)?`bad`:`wait`}function Re({panel:e,store:t,state:n,onNext:r}){let{t:a}=i(),o=(0,p.useRef)(null);(0,p.useEffect)(()=>{document.activeElement===document.body&&o.current?.focus({preventScroll:!0})},[]);let{followUp:s}=e;return s?(0,m.jsxs)(`div`,{className:`form`,children:[(0,m.jsxs)(`section`,{className:`receipt`,"aria-labelledby":`receipt`,children:[(0,m.jsx)(`h2`,{id:`receipt`,ref:o,tabIndex:-1,children:a(`receipt.title`)}),(0,m.jsx)(X,{followUp:s})]}),(n.problem||n.late)&&(0,m.jsxs)(`div`,{className:`trouble`,role:`alert`,children:[n.problem&&(0,m.jsx)(`p`,{children:W(n.problem,a)}),(0,m.jsx)(q,{note:n.late})]}),(0,m.jsx)(Be,{followUp:s.id,store:t,busy:n.wish!==null}),(0,m.jsx)(Ve,{followUp:s}),r&&(0,m.jsxs)(`p`,{className:`next`,children:[(0,m.jsx)(`button`,{type:`button`,className:`button`,onClick:r,children:a(`next.prepare`)}),(0,m.jsx)(`span`,{className:`small muted`,children:a(`next.hint`)})]})]}):null}function X({followUp:e}){let{t}=i();return e.receipt.length===0?(0,m.jsxs)(`p`,{className:`nobody`,role:`status`,children:[(0,m.jsx)(`strong`,{children:t(`receipt.nobody`)}),(0,m.jsx)(`span`,{className:`small muted`,children:e.decision?.notForwarded?t(`envelope.${e.decision.notForwarded}`):e.reason})]}):(0,m.jsx)(`ul`,{className:`recipients`,"aria-live":`polite`,"aria-relevant":`additions text`,children:e.receipt.map(e=>(0,m.jsx)(ze,{delivery:e},e.id))})}function ze({delivery:e}){let{t,language:n}=i(),{recipient:r,state:a,words:o,reasons:s,nextAt:c,steps:l}=e;return(0,m.jsxs)(`li`,{className:`delivery`,children:[(0,m.jsxs)(`span`,{className:`recipient-address`,children:[r.name&&(0,m.jsx)(`bdi`,{className:`recipient-name`,children:r.name}),` `,(0,m.jsx)(`bdi`,{className:r.name?`muted`:``,children:r.email})]}),(0,m.jsx)(z,{tone:Y(a),children:t(`delivery.${a}`)}),(0,m.jsx)(`span`,{className:`recipient-why small muted`,children:J(s)}),o&&(0,m.jsx)(`span`,{className:`server-words small`,dir:`auto`,children:H(o)}),c&&(0,m.jsx)(`span`,{className:`recipient-why small muted`,children:t(`receipt.nextTry`,{time:K(c,n)})}),l.length>0&&(0,m.jsxs)(`details`,{className:`steps small`,children:[(0,m.jsx)(`summary`,{children:t(`receipt.history`)}),(0,m.jsx)(`ol`,{children:l.map(e=>(0,m.jsxs)(`li`,{children:[(0,m.jsx)(`time`,{dateTime:e.at,children:new Intl.DateTimeFormat(n,{timeStyle:`medium`}).format(new Date(e.at))}),` `,t(`delivery.${e.state}`),e.words&&(0,m.jsx)(`span`,{className:`server-words`,dir:`auto`,children:H(e.words)})]},`${e.at} ${e.state}`))})]})]})}function Be({followUp:e,store:t,busy:n}){let{t:r}=i(),[a,o]=(0,p.useState)(``),s=(0,p.useId)();return(0,m.jsxs)(`form`,{className:`another`,onSubmit:async n=>{n.preventDefault(),await t.sendAgain(e,a)&&o(``)},children:[(0,m.jsx)(`label`,{htmlFor:s,children:r(`receipt.another`)}),(0,m.jsxs)(`div`,{className:`row`,children:[(0,m.jsx)(`input`,{id:s,className:`input`,inputMode:`email`,autoComplete:`off`,dir:`auto`,value:a,onChange:e=>o(e.target.value)}),(0,m.jsx)(`button`,{type:`submit`,className:`button`,disabled:a.trim()===``||n,children:r(`receipt.send`)})]})]})}function Ve({followUp:e}){let{t}=i(),{submission:n,codes:r}=e;return r.length===0&&n.note===``&&!n.urgent?null:(0,m.jsxs)(`section`,{className:`sent`,"aria-labelledby":`sent`,children:[(0,m.jsx)(`h2`,{id:`sent`,children:t(`receipt.details`)}),r.length>0&&(0,m.jsxs)(`p`,{className:`chips`,children:[r.map(e=>(0,m.jsx)(`bdi`,{className:`chip`,children:H(e)},e)),n.urgent&&(0,m.jsx)(`span`,{className:`chip bad`,children:t(`note.urgent`)})]}),n.note&&(0,m.jsx)(`p`,{className:`sent-note`,dir:`auto`,children:H(n.note)})]})}function He({followUp:e}){let{t}=i();return(0,m.jsxs)(`details`,{className:`more earlier`,children:[(0,m.jsxs)(`summary`,{children:[t(`earlier.title`),` `,(0,m.jsxs)(`span`,{className:`muted small`,children:[t(`receipt.number`,{number:`#${e.number}`}),` ·`,` `,(0,m.jsx)(z,{tone:Y(e.state),children:t(`state.${e.state}`)})]})]}),(0,m.jsx)(`div`,{className:`more-body`,children:(0,m.jsx)(X,{followUp:e})})]})}function Z(e,t,n){return t.includes(e)?t.filter(t=>t!==e):n?[...t,e]:[e]}function Ue({panel:e,codes:t,digits:n,draft:r,edit:a}){let{t:o}=i(),{allowMultiple:s,requireCode:c}=e.campaign.goalSettings,l=r.codes??e.vendorCodes,u=e.envelope.codes.filter(({outcome:e})=>e===`UNKNOWN`||e===`RETIRED`);return(0,m.jsxs)(`fieldset`,{className:`codes`,children:[(0,m.jsxs)(`legend`,{children:[o(s?`codes.title`:`codes.titleOne`),(0,m.jsxs)(`span`,{className:`muted small`,children:[c&&` · ${o(`codes.required`)}`,s&&` · ${o(`codes.several`)}`]})]}),t.length===0&&(0,m.jsx)(`p`,{className:`muted`,children:o(`codes.none`)}),(0,m.jsx)(`div`,{className:t.some(({hint:e})=>e)?`code-grid hinted`:`code-grid`,children:t.map(e=>(0,m.jsx)(We,{code:e,digit:n.get(e.label)??``,several:s,checked:l.includes(e.label),onPick:()=>a({codes:Z(e.label,l,s)})},e.id))}),e.vendorCodes.length>0&&(0,m.jsx)(`p`,{className:`small muted`,children:r.codes===null?o(`codes.vendor`,{codes:e.vendorCodes.map(H).join(`, `)}):(0,m.jsx)(`button`,{type:`button`,className:`link`,onClick:()=>a({codes:null}),children:o(`codes.useVendor`,{codes:e.vendorCodes.map(H).join(`, `)})})}),u.map(({label:e,outcome:t})=>(0,m.jsx)(`p`,{className:`small warning`,children:o(t===`RETIRED`?`codes.retired`:`codes.unknown`,{code:H(e)})},e))]})}function We({code:e,digit:t,several:n,checked:r,onPick:i}){let a=`hint-${e.id}`;return(0,m.jsxs)(`label`,{className:`code`,style:{"--code":e.color||`var(--line)`},children:[(0,m.jsx)(`input`,{type:n?`checkbox`:`radio`,name:`code`,checked:r,onChange:i,onClick:n||!r?void 0:i,"aria-labelledby":`label-${e.id}`,"aria-describedby":e.hint?a:void 0,"aria-keyshortcuts":t||void 0}),(0,m.jsxs)(`span`,{className:`code-label`,children:[(0,m.jsx)(`bdi`,{id:`label-${e.id}`,children:e.label}),e.hint&&(0,m.jsx)(`span`,{className:`code-hint`,id:a,children:e.hint})]}),t&&(0,m.jsx)(`span`,{className:`key`,"aria-hidden":`true`,children:t})]})}function Q(e,t,n=0){let[r,i]=(0,p.useState)({result:void 0,problem:void 0});return(0,p.useEffect)(()=>{if(e===null)return;let r=new AbortController,a=setTimeout(async()=>{try{let e=await t(r.signal);r.signal.aborted||i({result:e,problem:void 0})}catch(e){r.signal.aborted||i(({result:t})=>({result:t,problem:e}))}},n);return()=>{clearTimeout(a),r.abort()}},[e,n]),r}function Ge({panel:e,state:t,store:n,token:r,input:a}){let{t:o}=i(),{recipients:s,notForwarded:c}=e.envelope,l=e=>n.edit({extra:t.draft.extra.filter(t=>t!==e)}),u=s.length>0?o(`envelope.summary`,{count:s.length,addresses:s.map(({address:e})=>e.email).join(`, `)}):o(`envelope.nobody`);return(0,m.jsxs)(`section`,{className:`envelope`,"aria-labelledby":`goes-to`,children:[(0,m.jsx)(`h2`,{id:`goes-to`,children:o(`envelope.title`)}),(0,m.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:u}),s.length===0?(0,m.jsxs)(`p`,{className:`nobody`,children:[(0,m.jsx)(`strong`,{children:o(`envelope.nobody`)}),c&&(0,m.jsx)(`span`,{className:`small muted`,children:o(`envelope.${c}`)})]}):(0,m.jsx)(`ul`,{className:`recipients`,children:s.map(e=>(0,m.jsx)(Ke,{recipient:e,onRemove:l},e.address.email))}),(0,m.jsx)(qe,{campaign:e.campaign.id,state:t,store:n,token:r,input:a})]})}function Ke({recipient:e,onRemove:t}){let{t:n}=i(),{address:r,reasons:a,extra:o,firstTime:s,outside:c}=e;return(0,m.jsxs)(`li`,{className:`recipient`,children:[(0,m.jsxs)(`span`,{className:`recipient-address`,children:[r.name&&(0,m.jsx)(`bdi`,{className:`recipient-name`,children:r.name}),` `,(0,m.jsx)(`bdi`,{className:r.name?`muted`:``,children:r.email})]}),(0,m.jsxs)(`span`,{className:`recipient-why small muted`,children:[J(a),o&&s&&(0,m.jsx)(`span`,{className:`flag`,children:n(`envelope.firstTime`)}),o&&c&&(0,m.jsx)(`span`,{className:`flag`,children:n(`envelope.outside`)})]}),o&&(0,m.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:()=>t(r.text),"aria-label":n(`envelope.remove`,{address:r.email}),title:n(`envelope.remove`,{address:r.email}),children:(0,m.jsx)(`span`,{"aria-hidden":`true`,children:`✕`})})]})}function qe({campaign:e,state:t,store:n,token:r,input:a}){let{t:o}=i(),[s,l]=(0,p.useState)(``),u=(0,p.useId)(),{notTaken:d,draft:f}=t;(0,p.useEffect)(()=>{d&&(l(d.text),a.current?.focus())},[d,a]);let{result:h}=Q(s.trim()?s.trim():null,t=>c(de,{campaign:e,prefix:s.trim()},{token:r,signal:t}),150),g=e=>{e?.preventDefault(),s.trim()!==``&&(n.edit({extra:[...f.extra,s.trim()]}),l(``))};return(0,m.jsxs)(`div`,{className:`add-address`,children:[(0,m.jsx)(`label`,{className:`visually-hidden`,htmlFor:u,children:o(`envelope.add`)}),(0,m.jsxs)(`div`,{className:`row`,children:[(0,m.jsx)(`input`,{ref:a,id:u,className:`input`,type:`text`,inputMode:`email`,autoComplete:`off`,spellCheck:!1,dir:`auto`,placeholder:o(`envelope.add`),list:`${u}-known`,value:s,onChange:e=>l(e.target.value),onKeyDown:e=>{e.key===`Enter`&&!e.ctrlKey&&!e.metaKey&&g(e)},"aria-invalid":d!==null,"aria-describedby":d?`${u}-problem`:void 0,"aria-keyshortcuts":`a`}),(0,m.jsx)(`datalist`,{id:`${u}-known`,children:h?.addressSuggestions.map(({address:e})=>(0,m.jsx)(`option`,{value:e.text},e.text))}),(0,m.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>g(),disabled:s.trim()===``,children:o(`envelope.addButton`)})]}),d&&(0,m.jsx)(`p`,{className:`problem small`,role:`alert`,id:`${u}-problem`,children:W(d.problem,o)})]})}function Je({on:e,onChange:t}){let{t:n}=i();return(0,m.jsxs)(`details`,{className:`more`,children:[(0,m.jsx)(`summary`,{children:n(`keys.title`)}),(0,m.jsxs)(`div`,{className:`more-body`,children:[(0,m.jsxs)(`label`,{className:`check`,children:[(0,m.jsx)(`input`,{type:`checkbox`,checked:e,onChange:e=>t(e.target.checked)}),n(`keys.on`)]}),(0,m.jsxs)(`dl`,{className:`key-list`,children:[(0,m.jsxs)(`dt`,{children:[(0,m.jsx)(`kbd`,{children:`1`}),`–`,(0,m.jsx)(`kbd`,{children:`9`})]}),(0,m.jsx)(`dd`,{children:n(`keys.codes`)}),(0,m.jsx)(`dt`,{children:(0,m.jsx)(`kbd`,{children:`N`})}),(0,m.jsx)(`dd`,{children:n(`keys.note`)}),(0,m.jsx)(`dt`,{children:(0,m.jsx)(`kbd`,{children:`A`})}),(0,m.jsx)(`dd`,{children:n(`keys.address`)}),(0,m.jsxs)(`dt`,{children:[(0,m.jsx)(`kbd`,{children:`Ctrl`}),` `,(0,m.jsx)(`kbd`,{children:`Enter`})]}),(0,m.jsx)(`dd`,{children:n(`keys.ok`)})]})]})]})}var Ye=`input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]`;function Xe(e,t,n){if(e.key===`Enter`&&(e.ctrlKey||e.metaKey)&&!e.altKey)return t.ok;let r=e.target instanceof Element&&e.target.closest(Ye)!==null;if(!(!n||r||e.ctrlKey||e.metaKey||e.altKey))return Object.hasOwn(t,e.key.toLowerCase())?t[e.key.toLowerCase()]:void 0}function Ze(e,t){let n=(0,p.useRef)(e);n.current=e,(0,p.useEffect)(()=>{let e=e=>{if(e.repeat||e.isComposing)return;let r=Xe(e,n.current,t);r&&(e.preventDefault(),r())};return document.addEventListener(`keydown`,e),()=>document.removeEventListener(`keydown`,e)},[t])}var Qe=`postchat:hot-keys`;function $e(){let[e,t]=(0,p.useState)(()=>{try{return localStorage.getItem(Qe)!==`off`}catch{return!0}});return[e,e=>{t(e);try{localStorage.setItem(Qe,e?`on`:`off`)}catch{}}]}function et(e){let t=`123456789`.split(``).filter(t=>!e.some(e=>e.hotKey===t));return new Map(e.map(e=>[e.label,e.hotKey||(t.shift()??``)]))}var tt=1e4;function nt({draft:e,edit:t,flush:n,input:r}){let{t:a}=i(),o=(0,p.useId)(),s=tt-V(e.note);return(0,m.jsxs)(`section`,{className:`note`,children:[(0,m.jsxs)(`div`,{className:`note-line`,children:[(0,m.jsx)(`h2`,{children:(0,m.jsx)(`label`,{htmlFor:o,children:a(`note.title`)})}),(0,m.jsxs)(`label`,{className:`check`,children:[(0,m.jsx)(`input`,{type:`checkbox`,checked:e.urgent,onChange:e=>t({urgent:e.target.checked})}),a(`note.urgent`)]})]}),(0,m.jsx)(`textarea`,{ref:r,id:o,className:`input`,rows:3,dir:`auto`,placeholder:a(`note.placeholder`),value:e.note,onChange:e=>t({note:e.target.value}),onBlur:n,"aria-describedby":`${o}-left`,"aria-invalid":s<0,"aria-keyshortcuts":`n`}),(0,m.jsx)(`p`,{className:s<0?`small problem`:`small muted`,id:`${o}-left`,"aria-live":`polite`,children:s<0?a(`note.over`,{count:-s}):s<500?a(`note.left`,{count:s}):``})]})}function rt({panel:e,saving:t,token:n}){let{t:r}=i(),[a,o]=(0,p.useState)(!1),[s,l]=(0,p.useState)(!1),u=e.followUp?.id,{result:d,problem:f}=Q(a&&u&&t===`saved`?`${u} ${e.version}`:null,e=>c(ue,{input:{followUp:u}},{token:n,signal:e}),100),h=d?.previewMail;return u?(0,m.jsxs)(`details`,{className:`more`,onToggle:e=>o(e.currentTarget.open),children:[(0,m.jsx)(`summary`,{children:r(`preview.title`)}),(0,m.jsxs)(`div`,{className:`more-body`,children:[f&&(0,m.jsx)(`p`,{className:`problem`,role:`alert`,children:W(f,r)}),!h&&!f&&(0,m.jsx)(`p`,{className:`muted`,children:r(`panel.loading`)}),h&&(0,m.jsxs)(m.Fragment,{children:[(0,m.jsxs)(`dl`,{className:`facts small`,children:[(0,m.jsx)(`dt`,{children:r(`preview.subject`)}),(0,m.jsx)(`dd`,{dir:`auto`,children:H(h.subject)}),(0,m.jsx)(`dt`,{children:r(`preview.from`)}),(0,m.jsx)(`dd`,{dir:`auto`,children:H(h.from)}),(0,m.jsx)(`dt`,{children:r(`preview.replyTo`)}),(0,m.jsx)(`dd`,{dir:`auto`,children:H(h.replyTo)})]}),(0,m.jsxs)(`div`,{className:`tabs`,children:[(0,m.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":!s,onClick:()=>l(!1),children:r(`preview.html`)}),(0,m.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":s,onClick:()=>l(!0),children:r(`preview.plain`)})]}),s?(0,m.jsx)(`section`,{className:`mail`,"aria-label":r(`preview.plain`),children:(0,m.jsx)(`pre`,{className:`plain`,dir:`auto`,tabIndex:0,children:H(h.content.plain)})}):(0,m.jsx)(`iframe`,{className:`mail`,title:r(`preview.title`),sandbox:``,srcDoc:it(h.content.html)})]})]})]}):null}var it=e=>e.replace(/<style[\s>][\s\S]*?<\/style>/gi,``);function at({message:e,text:t,marks:n,covering:r,onFlip:i}){let[a,o]=(0,p.useState)(0),[s,c]=ot(a,i),l=0,u=(e,t)=>{let n=l++;return(0,m.jsx)(lt,{piece:e,kind:t,stops:n===a,onFocus:()=>o(n),onFlip:c,paints:r},e.start)},d=Se(e,t,n),f=d.flatMap((e,t)=>e.cover===`none`?!r||!i?[H(e.text)]:Te(e,d[t-1],d[t+1]).map(({text:e,stretch:t})=>t?u({...t,text:e,cover:`none`,stretch:t},null):e):[i?u(e,st(e,n)):(0,m.jsx)(ct,{piece:e},e.start)]);return a>=l&&a!==0&&o(0),(0,m.jsx)(`p`,{ref:s,className:`line-text`,dir:`auto`,"data-message":e,onKeyDown:i&&ut,children:f})}function ot(e,t){let n=(0,p.useRef)(null),r=(0,p.useRef)(!1);return(0,p.useLayoutEffect)(()=>{if(!r.current||(r.current=!1,document.activeElement!==document.body))return;let t=n.current?.querySelectorAll(`button`)??[];t[Math.min(e,t.length-1)]?.focus()}),[n,e=>{r.current=!0,t?.(e)}]}var st=({stretch:e},{suggested:t})=>t.find(t=>t.message===e.message&&t.start===e.start&&t.end===e.end)?.kind??null;function ct({piece:e}){return e.cover===`lifted`?(0,m.jsx)(`span`,{children:H(e.text)}):(0,m.jsx)(`mark`,{className:`covered`,children:H(e.text)})}function lt({piece:e,kind:t,stops:n,onFocus:r,onFlip:a,paints:o}){let{t:s}=i(),c=e.cover===`covered`||e.cover===`suggested`,l=H(e.text),u=t=>{o&&t.buttons===1&&t.pointerType===`mouse`&&!c&&a?.(e)},d=c?`cover.on`:`cover.off`;return(0,m.jsx)(`button`,{type:`button`,className:c?`word covered`:e.cover===`lifted`?`word lifted`:`word`,"aria-pressed":c,"aria-label":e.cover===`none`?void 0:s(d,{text:l}),title:t&&c?s(`cover.${t}`):void 0,tabIndex:n?0:-1,onFocus:r,onClick:()=>a?.(e),onPointerEnter:u,onPointerLeave:u,children:l})}function ut(e){let t={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[e.key];if(t===void 0||e.ctrlKey||e.metaKey||e.altKey)return;let n=[...e.currentTarget.querySelectorAll(`button`)],r=n[n.indexOf(document.activeElement)+t];e.preventDefault(),r?.focus()}function dt(){let e=(0,p.useRef)(null),[t,n]=(0,p.useState)(null);return(0,p.useEffect)(()=>{let t=()=>n(ft(document.getSelection(),e.current));return document.addEventListener(`selectionchange`,t),()=>document.removeEventListener(`selectionchange`,t)},[]),{selected:t,list:e}}function ft(e,t){if(!e||e.isCollapsed||e.rangeCount!==1)return null;let n=e.getRangeAt(0),r=n.commonAncestorContainer,i=(r instanceof Element?r:r.parentElement)?.closest(`[data-message]`);if(!i?.dataset.message||!t?.contains(i))return null;let a=document.createRange();a.selectNodeContents(i),a.setEnd(n.startContainer,n.startOffset);let o=V(a.toString());return{message:i.dataset.message,start:o,end:o+V(n.toString())}}var pt=(0,p.memo)(function({panel:e,starred:t,covered:n,lifted:r,edit:a,readOnly:o}){let[s,c]=(0,p.useState)(!1),{t:l}=i(),[u,d]=(0,p.useState)(!1),{selected:f,list:h}=dt(),g=e.chat?.transcript??[],_=e.followUp?.suggestedCovers??[],v={covered:n,lifted:r,suggested:_},y=n.length+Ce(_,r).length,b=[l(`transcript.messages`,{count:g.length}),...t.length?[l(`transcript.starred`,{count:t.length})]:[],...y?[l(`transcript.covered`,{count:y})]:[]],x=e=>a(t=>we(e,t)),S=e=>a(t=>({starred:t.starred.includes(e)?t.starred.filter(t=>t!==e):[...t.starred,e]}));return e.chat?(0,m.jsxs)(`details`,{className:`more`,onToggle:e=>c(e.currentTarget.open),children:[(0,m.jsxs)(`summary`,{children:[l(`transcript.title`),` `,(0,m.jsx)(`span`,{className:`muted small`,children:b.join(` · `)})]}),(0,m.jsxs)(`div`,{className:`more-body`,children:[g.length===0&&(0,m.jsx)(`p`,{className:`muted`,children:l(`transcript.empty`)}),!o&&g.length>0&&(0,m.jsxs)(`div`,{className:`cover-tools`,children:[(0,m.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":u,onClick:()=>d(!u),children:l(`cover.mode`)}),(0,m.jsx)(`button`,{type:`button`,className:`button small`,hidden:!f,onPointerDown:e=>e.preventDefault(),onClick:()=>f&&a(e=>({covered:B([...e.covered,f])})),children:l(`cover.selection`)}),u&&(0,m.jsx)(`p`,{className:`small muted`,children:l(`cover.help`)})]}),(0,m.jsx)(`ol`,{className:u?`transcript covering`:`transcript`,ref:h,children:(s?g:[]).map(e=>(0,m.jsx)(mt,{message:e,marks:v,starred:t.includes(e.key),onStar:o||e.private||e.event?void 0:()=>S(e.key),covering:u&&!o,onFlip:o?void 0:x},e.key))})]})]}):null});function mt({message:e,marks:t,starred:n,onStar:r,covering:a,onFlip:o}){let{t:s,language:c}=i();return(0,m.jsxs)(`li`,{className:`line ${e.event?`event`:e.role.toLowerCase()}`,children:[(0,m.jsxs)(`p`,{className:`line-head small muted`,children:[(0,m.jsx)(`bdi`,{children:H(e.name)}),` `,(0,m.jsx)(`time`,{dateTime:e.at,children:K(e.at,c)}),e.private&&(0,m.jsx)(`span`,{className:`flag`,children:s(`transcript.private`)})]}),r?(0,m.jsx)(`button`,{type:`button`,className:`icon-button star`,"aria-pressed":n,onClick:r,"aria-label":`${s(`transcript.star`)}: ${H(e.text).slice(0,80)}`,title:s(`transcript.star`),children:(0,m.jsx)(`span`,{"aria-hidden":`true`,children:n?`★`:`☆`})}):n&&(0,m.jsx)(`span`,{className:`star`,children:`★`}),(0,m.jsx)(at,{message:e.key,text:e.text,marks:t,covering:a,onFlip:o}),e.files.map(e=>(0,m.jsx)(`p`,{className:`small muted`,children:s(`transcript.file`,{name:H(e.name)})},e.name))]})}function ht({panel:e,store:t,state:n,token:r}){let{t:a}=i(),[o,s]=$e(),c=(0,p.useRef)(null),l=(0,p.useRef)(null),u=e.submittedAt!==null||n.wish===`ok`,{draft:d}=n,f=e.campaign.successCodes.filter(({label:e,retired:t})=>!t||d.codes?.includes(e)),h=et(f),g={ok:()=>!u&&void t.ok()};if(!u){g.n=()=>c.current?.focus(),g.a=()=>l.current?.focus();for(let{label:n}of f){let r=h.get(n);r&&(g[r]=()=>t.edit({codes:Z(n,d.codes??e.vendorCodes,e.campaign.goalSettings.allowMultiple)}))}}return Ze(g,o),(0,m.jsxs)(`div`,{className:`form`,children:[(0,m.jsxs)(`fieldset`,{disabled:u,className:`form-part`,children:[(0,m.jsx)(`legend`,{className:`visually-hidden`,children:a(`panel.title`)}),(0,m.jsx)(Ue,{panel:e,codes:f,digits:o?h:new Map,draft:d,edit:t.edit}),(0,m.jsx)(Ge,{panel:e,state:n,store:t,token:r,input:l}),(0,m.jsx)(nt,{draft:d,edit:t.edit,flush:()=>t.flush(),input:c})]}),(0,m.jsx)(pt,{panel:e,starred:d.starred,covered:d.covered,lifted:d.lifted,edit:t.edit,readOnly:u}),(0,m.jsx)(rt,{panel:e,saving:n.saving,token:r}),(0,m.jsx)(Je,{on:o,onChange:s})]})}function gt({panel:e,liveness:t,onList:n}){let{t:r}=i(),{visitor:a}=e.chat??{},o=H(a?.name||a?.email||a?.phone||``);return(0,m.jsxs)(`header`,{className:`head`,children:[(0,m.jsxs)(`div`,{className:`head-line`,children:[(0,m.jsx)(`h1`,{children:(0,m.jsx)(`bdi`,{children:o||r(`panel.visitor`)})}),(0,m.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:n,"aria-label":r(`list.back`),title:r(`list.back`),children:(0,m.jsx)(`span`,{"aria-hidden":`true`,children:`☰`})})]}),(0,m.jsxs)(`p`,{className:`head-line small`,children:[(0,m.jsxs)(`span`,{className:`muted`,children:[(0,m.jsx)(`bdi`,{children:e.campaign.name}),e.followUp&&(0,m.jsxs)(`span`,{className:`number`,children:[` · #`,e.followUp.number]})]}),(0,m.jsx)(`span`,{role:`status`,children:t===`reconnecting`?(0,m.jsx)(z,{tone:`wait`,children:r(`panel.live.reconnecting`)}):e.followUp?(0,m.jsx)(z,{tone:Y(e.followUp.state),children:r(`state.${e.followUp.state}`)}):(0,m.jsx)(z,{tone:`wait`,children:r(`panel.chatOpen`)})})]})]})}var _t={de:`DE`,en:`EN`,nl:`NL`},vt=({language:e})=>_t[n([e])]??`EN`;function yt(e){let t=`postchat:unsaved:${e}`,n=e=>{try{return e()}catch{return}};return{read:()=>n(()=>JSON.parse(sessionStorage.getItem(t)??`null`)??void 0),write:e=>n(()=>sessionStorage.setItem(t,JSON.stringify(e))),clear:()=>n(()=>sessionStorage.removeItem(t))}}function bt(){return Array.from(crypto.getRandomValues(new Uint8Array(16)),e=>e.toString(16).padStart(2,`0`)).join(``)}var xt=600,St=class{#e;#t;#n=new Set;#r;#i;#a;#o;#s;#c;#l=0;#u;#d=!1;constructor(e,t){this.#r=e,this.#i=t;let n=t.read();this.#t=n?.base??A,this.#e={panel:null,draft:n?.draft??A,saving:`saved`,wish:null,problem:null,notTaken:null,late:``,clashes:[],liveness:`live`}}start(){this.#d=!1,this.#a=this.#r.watch({next:e=>this.#m(e),refused:e=>this.#f({problem:e}),status:e=>this.#f({liveness:e})})}stop(){this.flush(!0),this.#d=!0,this.#a?.()}subscribe=e=>(this.#n.add(e),()=>void this.#n.delete(e));get=()=>this.#e;edit=e=>{let t=typeof e==`function`?e(this.#e.draft):e;this.#f({draft:{...this.#e.draft,...t},problem:null,notTaken:null}),this.#p(),clearTimeout(this.#o),this.#o=setTimeout(()=>this.flush(),`note`in t?xt:0)};dismiss(){this.#f({problem:null,notTaken:null,late:``,clashes:[]})}flush(e=!1){clearTimeout(this.#o),this.#d||!this.#e.panel||I(this.#e.draft,this.#t)||(e||!this.#s)&&this.#g(()=>this.#_(e))}async saved(){this.flush(),await this.#s}ok(){return this.#b(`ok`,async()=>{let e=this.#e.draft,t=this.#e.panel?.version??0,n=await this.#r.submit(t,e,this.#x(`ok`,[t,e]));this.#h(n,e)})}undo(){return this.#b(`undo`,async()=>this.#h(await this.#r.undo()))}sendNow(){let e=this.#e.panel?.followUp?.id;return e?this.#b(`now`,async()=>this.#h(await this.#r.sendNow(e,this.#x(`now`,[e])))):Promise.resolve(!1)}sendAgain(e,t){return this.#b(`again`,async()=>this.#h(await this.#r.sendAgain(e,t,this.#x(`again`,[e,t]))))}next(){return this.#b(`next`,async()=>{let e=await this.#r.save(this.#e.panel?.version??0,A,!1);this.#f({draft:A}),this.#h(e,A)})}#f(e){this.#e={...this.#e,...e};for(let e of this.#n)e()}#p(){let{draft:e}=this.#e;I(e,this.#t)?this.#i.clear():this.#i.write({base:this.#t,draft:e})}#m(e){this.#s?this.#c=e:wt(e,this.#e.panel)||this.#h(e),!this.#s&&!I(this.#e.draft,this.#t)&&this.flush()}#h(e,t=this.#t){let n=te(e.submission),r=!this.#e.panel,{draft:i,clashes:a}=ne(t,this.#e.draft,n);if(e.submittedAt!==null||e.stage===`SETTLED`){let t=i.note.trim()===n.note.trim()?this.#e.late:i.note;this.#t=n,this.#i.clear(),this.#f({panel:e,draft:n,saving:`saved`,clashes:[],late:t});return}this.#t=n;let o=I(i,n)?`saved`:`unsaved`,s=this.#e.problem instanceof d&&this.#e.problem.rule===`submitted`;this.#f({panel:e,draft:i,saving:o,problem:s?null:this.#e.problem,clashes:r?[]:[...new Set([...this.#e.clashes,...a])]}),this.#p()}async#g(e){let t=this.#s,n=(async()=>{await t,await e()})();if(this.#s=n,await n,this.#s!==n)return;this.#s=void 0;let r=this.#c;this.#c=void 0,r&&!wt(r,this.#e.panel)&&this.#h(r)}async#_(e){for(let t=0;t<5&&!I(this.#e.draft,this.#t)&&this.#e.panel;t++){let t=this.#e.draft;this.#f({saving:`saving`});try{this.#h(await this.#r.save(this.#e.panel.version,t,e),t),this.#l=0}catch(e){if(!await this.#v(e,t))return}}}async#v(e,t){if(e instanceof l)return this.#f({saving:`away`}),clearTimeout(this.#o),this.#o=setTimeout(()=>this.flush(),O(this.#l++)),!1;if(Ct(e)){let n=t.extra.filter(e=>!this.#t.extra.includes(e)).join(`; `);return this.#f({draft:{...this.#e.draft,extra:this.#t.extra},saving:`saved`,notTaken:{text:n,problem:e}}),this.#p(),!0}return e instanceof d&&e.code===`CONFLICT`&&await this.#y()&&!I(this.#e.draft,this.#t)?!0:(this.#f({saving:`unsaved`,problem:e}),!1)}async#y(){try{return this.#h(await this.#r.load()),!0}catch{return!1}}async#b(e,t){if(this.#e.wish||!this.#e.panel)return!1;clearTimeout(this.#o),this.#f({wish:e,problem:null,notTaken:null,clashes:[]});let n=!1;return await this.#g(async()=>{try{await t(),this.#u=void 0,n=!0}catch(e){let t=e instanceof d&&e.code===`CONFLICT`&&await this.#y()&&e.rule===`changed`&&this.#e.panel?.submittedAt;this.#f({problem:t?null:e})}}),this.#f({wish:null}),this.flush(),n}#x(...e){let t=JSON.stringify(e);return this.#u?.wish!==t&&(this.#u={wish:t,key:bt()}),this.#u.key}},Ct=e=>e instanceof d&&(e.rule===`address`||e.field.includes(`extraAddresses`));function wt(e,t){return t!==null&&e.stage===t.stage&&e.followUp?.id===t.followUp?.id&&e.version<t.version}var Tt=e=>e.followUp??`${e.conversation.source}/${e.conversation.id}`;function Et({target:e,session:t,tell:n,onList:r}){let a=i(),{t:o}=a,s=vt(a),c=t.token??``,l=(0,p.useMemo)(()=>new St(ye(e,c,s),yt(Tt(e))),[e,c,s]),u=(0,p.useSyncExternalStore)(l.subscribe,l.get);Dt(l),Ot(u.panel,e,c,n);let f=u.problem instanceof d&&u.problem.code===`DENIED`,{check:g}=t;(0,p.useEffect)(()=>{f&&g()},[f,g]);let{panel:_,problem:v}=u;if(!_)return(0,m.jsxs)(`main`,{className:`centre`,children:[(0,m.jsx)(`p`,{role:`status`,className:`muted`,children:v?W(v,o):o(u.liveness===`reconnecting`?`problem.unreachable`:`panel.loading`)}),(0,m.jsx)(`button`,{type:`button`,className:`button`,onClick:r,children:o(`list.back`)})]});let y=_.stage===`SETTLED`;return(0,m.jsxs)(`main`,{className:`window`,children:[(0,m.jsx)(gt,{panel:_,liveness:u.liveness,onList:r}),_.earlier&&(0,m.jsx)(He,{followUp:_.earlier}),y?(0,m.jsx)(Re,{panel:_,store:l,state:u,onNext:e.conversation&&(()=>void l.next())}):(0,m.jsx)(ht,{panel:_,store:l,state:u,token:c}),(0,m.jsx)(h,{session:t,before:()=>l.saved()}),!y&&(0,m.jsx)(je,{panel:_,store:l,state:u})]})}function Dt(e){(0,p.useEffect)(()=>{e.start();let t=()=>e.flush(!0),n=()=>document.hidden&&t();return window.addEventListener(`blur`,t),window.addEventListener(`pagehide`,t),document.addEventListener(`visibilitychange`,n),()=>{window.removeEventListener(`blur`,t),window.removeEventListener(`pagehide`,t),document.removeEventListener(`visibilitychange`,n),e.stop()}},[e])}function Ot(e,t,n,r){let i=t.conversation,a=e?.followUp?e.followUp.state.toLowerCase():`open`,o=e?.version;(0,p.useEffect)(()=>{if(!i||o===void 0)return;let e=new AbortController;return c(fe,{conversation:i},{token:n,signal:e.signal}).then(({canClose:e})=>r({conversation:i.id,canClose:e.canClose,state:a}),()=>{}),()=>e.abort()},[i,o,a,n,r])}function kt({page:e,session:t}){let{t:n}=i();return(0,m.jsx)(`main`,{className:`centre`,children:(0,m.jsxs)(`div`,{className:`door`,children:[(0,m.jsx)(`h1`,{children:n(`panel.title`)}),e.name&&(0,m.jsx)(`p`,{className:`muted`,children:(0,m.jsx)(`bdi`,{children:e.name})}),(0,m.jsx)(`p`,{role:`status`,children:t.ended?n(`signedOut.ended`):n(`signedOut.lead`)}),(0,m.jsx)(`button`,{type:`button`,className:`button primary wide`,onClick:t.signIn,children:n(`signedOut.button`)}),t.address!==null&&(0,m.jsx)(At,{address:t.address,session:t})]})})}function At({address:e,session:t}){let{t:n}=i(),[r,a]=(0,p.useState)(``),[o,s]=(0,p.useState)(null);return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsxs)(`p`,{className:`small muted`,role:`status`,children:[n(t.blocked?`signedOut.blocked`:`signedOut.pending`),` `,t.blocked&&(0,m.jsx)(`a`,{href:e,target:`_blank`,rel:`noreferrer`,children:n(`signedOut.open`)})]}),(0,m.jsxs)(`form`,{className:`code-entry`,onSubmit:async e=>{e.preventDefault(),s(null),await t.redeem(r.trim()).catch(s)},children:[(0,m.jsx)(`label`,{htmlFor:`sign-in-code`,children:n(`signedOut.code`)}),(0,m.jsx)(`span`,{className:`small muted`,id:`sign-in-code-hint`,children:n(`signedOut.codeHint`)}),(0,m.jsxs)(`div`,{className:`row`,children:[(0,m.jsx)(`input`,{id:`sign-in-code`,className:`input`,inputMode:`numeric`,autoComplete:`one-time-code`,maxLength:12,value:r,onChange:e=>a(e.target.value),"aria-describedby":`sign-in-code-hint`,"aria-invalid":o!==null}),(0,m.jsx)(`button`,{type:`submit`,className:`button`,disabled:r.trim()===``,children:n(`signedOut.codeButton`)})]}),o&&(0,m.jsx)(`p`,{className:`problem`,role:`alert`,children:W(o,n)})]})]})}function jt(e){let t=`postchat:token:${e}`,[n,r]=(0,p.useState)(()=>Mt(t)),[i,a]=(0,p.useState)({name:``,language:``}),[o,s]=(0,p.useState)(!1),[l,u]=(0,p.useState)(null),[f,m]=(0,p.useState)(!1),h=(0,p.useRef)(``),g=(0,p.useRef)(null),_=(0,p.useCallback)(e=>{$(t,e),r(e),s(!1),u(null)},[t]),v=(0,p.useCallback)(()=>{n!==null&&c(ie,{},{token:n}).then(({viewer:e})=>a({name:e.name,language:e.person?.language??``}),e=>{e instanceof d&&e.code===`DENIED`&&($(t,null),r(null),s(!0))})},[n,t]);(0,p.useEffect)(v,[v]),(0,p.useEffect)(()=>{let e=({source:e,origin:t,data:n})=>{t===location.origin&&e!==null&&e===g.current&&n?.type===`postchat:token`&&n.nonce===h.current&&typeof n.token==`string`&&_(n.token)};return window.addEventListener(`message`,e),()=>window.removeEventListener(`message`,e)},[_]);let y=()=>{h.current||=bt();let t=new URL(`panel/${encodeURIComponent(e)}/sign-in#nonce=${h.current}`,document.baseURI).href;g.current=window.open(t,`postchat-sign-in`,`popup,width=460,height=640`),u(t),m(g.current===null)},b=async t=>{let n=await c(oe,{input:{source:e,nonce:h.current,code:t}},{token:``});n.redeemPanelCode&&_(n.redeemPanelCode.token)},x=()=>{n!==null&&(c(ae,{},{token:n,last:!0}).catch(()=>{}),$(t,null),r(null))};return{token:n,...i,ended:o,address:l,blocked:f,signIn:y,redeem:b,signOut:x,check:v}}function Mt(e){try{return sessionStorage.getItem(e)}catch{return null}}function $(e,t){try{t===null?sessionStorage.removeItem(e):sessionStorage.setItem(e,t)}catch{}}function Nt({source:e,vendor:t,frameOrigins:n}){let[r,i]=(0,p.useState)(()=>Pt(e)),a=(0,p.useRef)(new Set);return(0,p.useEffect)(()=>f(t,{origins:n,open:t=>i(n=>n?.conversation?.id===t?n:{conversation:{source:e,id:t}}),watch:e=>(a.current.add(e),()=>void a.current.delete(e))}),[e,t,n]),(0,p.useEffect)(()=>{let t=()=>i(Pt(e));return window.addEventListener(`hashchange`,t),()=>window.removeEventListener(`hashchange`,t)},[e]),{target:r,open:i,tell:(0,p.useCallback)(e=>{for(let t of a.current)t(e)},[])}}function Pt(e){let t=new URLSearchParams(location.hash.slice(1)),n=t.get(`conversation`),r=t.get(`follow-up`);return r?{followUp:r}:n?{conversation:{source:e,id:n}}:null}var Ft=50;function It({token:e,session:t,onOpen:n}){let{t:r}=i(),a=t.check,[o,s]=(0,p.useState)(``),[l,u]=(0,p.useState)(`live`);(0,p.useEffect)(()=>k(le,{},{token:e,next:({followUpsChanged:e})=>s(e.cursor),refused:a,status:u}),[e,a]);let{result:f,problem:g}=Q(o,t=>c(ce,{first:Ft},{token:e,signal:t}),50);(0,p.useEffect)(()=>{g instanceof d&&g.code===`DENIED`&&a()},[g,a]);let _=f?.followUps.nodes;return(0,m.jsxs)(`main`,{className:`page`,children:[(0,m.jsxs)(`header`,{className:`head`,children:[(0,m.jsx)(`h1`,{children:r(`panel.openAChat`)}),(0,m.jsx)(`p`,{className:`muted`,children:r(`panel.openAChatMore`)})]}),(0,m.jsxs)(`section`,{"aria-labelledby":`waiting`,children:[(0,m.jsx)(`h2`,{id:`waiting`,children:r(`list.title`)}),(0,m.jsxs)(`p`,{className:`muted small`,role:`status`,children:[_&&(_.length>0?r(`list.count`,{count:_.length}):r(`list.empty`)),g&&W(g,r),!g&&l===`reconnecting`&&r(`panel.live.reconnecting`)]}),_&&_.length>0&&(0,m.jsx)(`ul`,{className:`waiting`,children:_.map(e=>(0,m.jsx)(`li`,{children:(0,m.jsx)(Lt,{followUp:e,onOpen:n})},e.id))}),f?.followUps.pageInfo.hasNextPage&&(0,m.jsx)(`p`,{className:`muted small`,children:r(`list.more`,{count:Ft})})]}),(0,m.jsx)(h,{session:t})]})}function Lt({followUp:e,onOpen:t}){let{t:n,language:r}=i(),{visitor:a,closedAt:o}=e.chat;return(0,m.jsxs)(`button`,{type:`button`,className:`waiting-chat`,onClick:()=>t(e.id),children:[(0,m.jsx)(`span`,{className:`waiting-who`,children:(0,m.jsx)(`bdi`,{children:H(a.name||a.email)||n(`panel.visitor`)})}),(0,m.jsxs)(`span`,{className:`waiting-number muted`,children:[`#`,e.number]}),(0,m.jsxs)(`span`,{className:`muted small`,children:[(0,m.jsx)(`bdi`,{children:e.campaign.name}),` · `,n(`list.since`,{time:K(e.waitsSince??o,r)})]}),(0,m.jsxs)(`span`,{className:`small waiting-until`,children:[n(`state.${e.state}`),e.sendsAt&&` · ${n(`list.until`,{time:K(e.sendsAt,r)})}`]})]})}function Rt({page:e}){let{speak:t}=i(),n=jt(e.source),{target:r,open:a,tell:o}=Nt(e);return(0,p.useEffect)(()=>t(n.language),[n.language,t]),n.token===null?(0,m.jsx)(kt,{page:e,session:n}):r?(0,m.jsx)(Et,{target:r,session:n,tell:o,onList:()=>a(null)},`${Tt(r)} ${n.token}`):(0,m.jsx)(It,{token:n.token,session:n,onOpen:e=>a({followUp:e})})}o((0,m.jsx)(Rt,{page:e()}));