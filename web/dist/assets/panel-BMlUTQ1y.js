import{a as e,i as t,r as n}from"./styles-BHQLZI_l.js";import{i as r,n as i,r as a,t as o}from"./mount-Bf55nBFB.js";import{a as s,i as c,n as l,r as u,t as d}from"./client-CqsYOLq5.js";import{r as f}from"./host-CfDeytoa.js";function p(e){return typeof e==`object`&&!!e}var m=`x-graphql-event-stream-token`;function h(e){if(e=e,e!==`next`&&e!==`complete`)throw Error(`Invalid stream event "${e}"`);return e}function g(e,t){if(t)try{t=JSON.parse(t)}catch{throw Error(`Invalid stream data`)}if(e===`next`&&!t)throw Error(`Stream data must be an object for "next" events`);return t||null}var _;(function(e){e[e.NewLine=10]=`NewLine`,e[e.CarriageReturn=13]=`CarriageReturn`,e[e.Space=32]=`Space`,e[e.Colon=58]=`Colon`})(_||={});function v(){let e,t,n,r=!1,i={event:``,data:``},a=[],o=new TextDecoder;return function(s){if(e===void 0)e=s,t=0,n=-1;else{let t=new Uint8Array(e.length+s.length);t.set(e),t.set(s,e.length),e=t}let c=e.length,l=0;for(;t<c;){r&&=(e[t]===_.NewLine&&(l=++t),!1);let s=-1;for(;t<c&&s===-1;++t)switch(e[t]){case _.Colon:n===-1&&(n=t-l);break;case _.CarriageReturn:r=!0;case _.NewLine:s=t}if(s===-1)break;if(l===s){if(i.event||i.data){if(!i.event)throw Error(`Missing message event`);let e=h(i.event),t=g(e,i.data);a.push({event:e,data:t}),i={event:``,data:``}}}else if(n>0){let t=e.subarray(l,s),r=o.decode(t.subarray(0,n)),a=n+(t[n+1]===_.Space?2:1),c=o.decode(t.subarray(a));switch(r){case`event`:i.event=c;break;case`data`:i.data=i.data?i.data+`
`+c:c}}l=t,n=-1}if(l===c){e=void 0;let t=[...a];return a=[],t}l!==0&&(e=e.subarray(l),t-=l)}}function y(e){let{singleConnection:t=!1,lazy:n=!0,lazyCloseTimeout:r=0,onNonLazyError:i=console.error,generateID:a=function(){return`xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`.replace(/[xy]/g,e=>{let t=Math.random()*16|0;return(e==`x`?t:t&3|8).toString(16)})},retryAttempts:o=5,retry:s=async function(e){let t=1e3;for(let n=0;n<e;n++)t*=2;await new Promise(e=>setTimeout(e,t+Math.floor(Math.random()*2700+300)))},credentials:c=`same-origin`,referrer:l,referrerPolicy:u,onMessage:d,on:f}=e,p=e.fetchFn||fetch,h=e.abortControllerImpl||AbortController,g=(()=>{let e=!1,t=[];return{get disposed(){return e},onDispose(n){return e?(setTimeout(()=>n(),0),()=>{}):(t.push(n),()=>{t.splice(t.indexOf(n),1)})},dispose(){if(!e){e=!0;for(let e of[...t])e()}}}})(),_,v,y=0,x=null,C=0;async function w(){try{if(g.disposed)throw Error(`Client has been disposed`);return await(v??=(async()=>{var t,n;if(x){if(await s(C),_.signal.aborted)throw Error(`Connection aborted by the client`);C++}(t=f?.connecting)==null||t.call(f,!!x),_=new h;let r=g.onDispose(()=>_.abort());_.signal.addEventListener(`abort`,()=>{r(),v=void 0});let i=e,a=typeof i.url==`function`?await i.url(void 0):i.url;if(_.signal.aborted)throw Error(`Connection aborted by the client`);let o=typeof i.headers==`function`?await i.headers(void 0):i.headers??{};if(_.signal.aborted)throw Error(`Connection aborted by the client`);let y;try{y=await p(a,{signal:_.signal,method:`PUT`,credentials:c,referrer:l,referrerPolicy:u,headers:o})}catch(e){throw new b(e)}if(y.status!==201)throw new b(y);o[m]=await y.text();let w=await S({signal:_.signal,headers:o,credentials:c,referrer:l,referrerPolicy:u,url:a,fetchFn:p,onMessage:e=>{var t;(t=f?.message)==null||t.call(f,e),d?.(e)}});return(n=f?.connected)==null||n.call(f,!!x),w.waitForThrow().catch(()=>v=void 0),w})())}catch(e){throw v=void 0,e}}t&&!n&&(async()=>{for(y++;;)try{let{waitForThrow:e}=await w();await e()}catch(e){if(g.disposed)return;if(!(e instanceof b)||(v=void 0,!o||C>=o))return i?.(e);x=e}})();function T(i,m,T){if(!t){let t=new h,n=g.onDispose(()=>{n(),t.abort()});return(async()=>{var n,r,a,h;let g=null,_=0;for(;;)try{if(g){if(await s(_),t.signal.aborted)throw Error(`Connection aborted by the client`);_++}(n=f?.connecting)==null||n.call(f,!!g),(r=T?.connecting)==null||r.call(T,!!g);let o=e,v=typeof o.url==`function`?await o.url(i):o.url;if(t.signal.aborted)throw Error(`Connection aborted by the client`);let y=typeof o.headers==`function`?await o.headers(i):o.headers??{};if(t.signal.aborted)throw Error(`Connection aborted by the client`);let{getResults:b}=await S({signal:t.signal,headers:{...y,"content-type":`application/json; charset=utf-8`},credentials:c,referrer:l,referrerPolicy:u,url:v,body:JSON.stringify(i),fetchFn:p,onMessage:e=>{var t,n;(t=f?.message)==null||t.call(f,e),(n=T?.message)==null||n.call(T,e),d?.(e)}});(a=f?.connected)==null||a.call(f,!!g),(h=T?.connected)==null||h.call(T,!!g);for await(let e of b())g=null,_=0,m.next(e);return t.abort()}catch(e){if(t.signal.aborted)return;if(!(e instanceof b)||!o||_>=o)throw e;g=e}})().then(()=>m.complete()).catch(e=>m.error(e)),()=>t.abort()}y++;let E=new h,D=g.onDispose(()=>{D(),E.abort()});return(async()=>{let e=a();i={...i,extensions:{...i.extensions,operationId:e}};let t=null;for(;;){t=null;try{let{url:n,headers:r,getResults:a}=await w(),o;try{o=await p(n,{signal:E.signal,method:`POST`,credentials:c,referrer:l,referrerPolicy:u,headers:{...r,"content-type":`application/json; charset=utf-8`},body:JSON.stringify(i)})}catch(e){throw new b(e)}if(o.status!==202)throw new b(o);t=async()=>{let t;try{let i=new h,a=g.onDispose(()=>{a(),i.abort()});t=await p(n+`?operationId=`+e,{signal:i.signal,method:`DELETE`,credentials:c,referrer:l,referrerPolicy:u,headers:r})}catch(e){throw new b(e)}if(t.status!==200)throw new b(t)};for await(let t of a({signal:E.signal,operationId:e}))x=null,C=0,m.next(t);return t=null,E.abort()}catch(e){if(E.signal.aborted)return await t?.();if(!(e instanceof b)||(n&&(v=void 0),!o||C>=o))throw E.abort(),e;x=e}finally{E.signal.aborted&&--y===0&&(isFinite(r)&&r>0?setTimeout(()=>{y||_.abort()},r):_.abort())}}})().then(()=>m.complete()).catch(e=>m.error(e)),()=>E.abort()}return{subscribe:T,iterate(e,t){let n=[],r={done:!1,error:null,resolve:()=>{}},i=T(e,{next(e){n.push(e),r.resolve()},error(e){r.done=!0,r.error=e,r.resolve()},complete(){r.done=!0,r.resolve()}},t),a=(async function*(){for(;;){for(n.length||await new Promise(e=>r.resolve=e);n.length;)yield n.shift();if(r.error)throw r.error;if(r.done)return}})();return a.throw=async e=>(r.done||(r.done=!0,r.error=e,r.resolve()),{done:!0,value:void 0}),a.return=async()=>(i(),{done:!0,value:void 0}),a},dispose(){g.dispose()}}}var b=class extends Error{constructor(e){let t,n;x(e)?(n=e,t=`Server responded with `+e.status+`: `+e.statusText):t=e instanceof Error?e.message:String(e),super(t),this.name=this.constructor.name,this.response=n}};function x(e){return p(e)&&typeof e.ok==`boolean`&&typeof e.status==`number`&&typeof e.statusText==`string`}async function S(e){let{signal:t,url:n,credentials:r,headers:i,body:a,referrer:o,referrerPolicy:s,fetchFn:c,onMessage:l}=e,u={},d={},f;try{f=await c(n,{signal:t,method:a?`POST`:`GET`,credentials:r,referrer:o,referrerPolicy:s,headers:{...i,accept:`text/event-stream`},body:a})}catch(e){throw new b(e)}if(!f.ok)throw new b(f);if(!f.body)throw Error(`Missing response body`);let p=null,m;return(async()=>{var e;try{let t=v();for await(let n of C(f.body)){if(typeof n==`string`)throw p=Error(`Unexpected string chunk "${n}"`);let r;try{r=t(n)}catch(e){throw p=e}if(r)for(let t of r){try{l?.(t)}catch(e){throw p=e}let n=t.data&&`id`in t.data?t.data.id:``;switch(n in d||(d[n]=[]),t.event){case`next`:n?d[n].push(t.data.payload):d[n].push(t.data);break;case`complete`:d[n].push(`complete`);break;default:throw p=Error(`Unexpected message event "${t.event}"`)}(e=u[n])==null||e.proceed()}}if(Object.keys(u).length)throw Error(`Connection closed while having active streams`)}catch(e){p=!p&&Object.keys(u).length?new b(e):e,m?.(p)}finally{Object.values(u).forEach(({proceed:e})=>e())}})(),{url:n,headers:i,waitForThrow:()=>new Promise((e,t)=>{if(p)return t(p);m=t}),async*getResults(e){let{signal:t,operationId:n=``}=e??{};try{for(;;){for(;d[n]?.length;){let e=d[n].shift();if(e===`complete`)return;yield e}if(p)throw p;if(t?.aborted)throw Error(`Getting results aborted by the client`);await new Promise(e=>{let r=()=>{t?.removeEventListener(`abort`,r),delete u[n],e()};t?.addEventListener(`abort`,r),u[n]={proceed:r}})}}finally{delete d[n]}}}}function C(e){return typeof Object(e)[Symbol.asyncIterator]==`function`?(e=e,e):(async function*(){let t=e.getReader(),n;do n=await t.read(),n.value!==void 0&&(yield n.value);while(!n.done)})()}var w=r(),T=15e3,E=(e,t=Math.random())=>Math.min(T,1e3*2**e)*(.5+t/2);function D(e,t,n){let r=y({url:u(),credentials:`omit`,headers:{Authorization:`Bearer ${n.token}`},retryAttempts:0}),i={query:e.toString(),variables:t},a,o,s=0,c=()=>{a=void 0,n.status(`reconnecting`),o=setTimeout(l,E(s++))},l=()=>{clearTimeout(o),a||document.hidden||(a=r.subscribe(i,{next:({data:e,errors:t})=>{let r=t?.[0];if(r)return n.refused(new d(r.message,r.extensions));s=0,n.status(`live`),e&&n.next(e)},error:async e=>{let t=await ee(e);if(!t)return c();a=void 0,n.refused(t)},complete:()=>a&&c()}))},f=()=>{clearTimeout(o);let e=a;a=void 0,e?.()},p=()=>{clearTimeout(o),document.hidden?o=setTimeout(f,500):l()};return document.addEventListener(`visibilitychange`,p),l(),()=>{document.removeEventListener(`visibilitychange`,p),f(),r.dispose()}}async function ee(e){let t=e.response;if(!(t instanceof Response)||t.status>=500||t.status===429)return;let n=(await t.clone().json().catch(()=>void 0))?.errors?.[0];return n&&new d(n.message,n.extensions)}var O={codes:null,extra:[],note:``,urgent:!1,starred:[],covered:[],lifted:[]};function te({codes:e,extraAddresses:t,note:n,urgent:r,starred:i,covered:a,lifted:o}){return{codes:e,extra:t.map(e=>e.text),note:n,urgent:r,starred:i,covered:a.map(k),lifted:o.map(k)}}var k=({message:e,start:t,end:n})=>({message:e,start:t,end:n});function A({extra:e,...t}){return{...t,extraAddresses:e.join(`; `)}}var j=(e,t)=>JSON.stringify(e)===JSON.stringify(t);function M(e,t,n){return e===`note`?t.note.trim()===n.note.trim():j(t[e],n[e])}var N=Object.keys(O),P=(e,t)=>N.every(n=>M(n,e,t));function ne(e,t,n){let r=n=>M(n,e,t),i=N.filter(i=>!re(i)&&!r(i)&&!M(i,e,n)&&!M(i,t,n));return{draft:{codes:r(`codes`)?n.codes:t.codes,note:r(`note`)&&e.note!==n.note&&t.note.trim()!==n.note?n.note:t.note,urgent:r(`urgent`)?n.urgent:t.urgent,extra:F(e.extra,t.extra,n.extra),starred:F(e.starred,t.starred,n.starred),covered:F(e.covered,t.covered,n.covered),lifted:F(e.lifted,t.lifted,n.lifted)},clashes:i}}var re=e=>Array.isArray(O[e]);function F(e,t,n){if(j(e,t))return n;let r=(e,t)=>e.some(e=>j(e,t)),i=t.filter(t=>!r(e,t)&&!r(n,t));return[...n.filter(n=>r(t,n)||!r(e,n)),...i]}var I=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new I(`
    fragment VisitorParts on Visitor {
  name
  email
  phone
}
    `,{fragmentName:`VisitorParts`}),new I(`
    fragment MessageParts on Message {
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
    `,{fragmentName:`MessageParts`}),new I(`
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
    `,{fragmentName:`FollowUpParts`}),new I(`
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
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
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
    fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
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
}`,{fragmentName:`PanelParts`});var ie=new I(`
    query Me {
  viewer {
    name
    person {
      language
    }
  }
}
    `),ae=new I(`
    mutation SignOut {
  signOut(input: {}) {
    ended
  }
}
    `),oe=new I(`
    mutation RedeemCode($input: RedeemPanelCodeInput!) {
  redeemPanelCode(input: $input) {
    token
  }
}
    `),se=new I(`
    mutation SendAgain($input: SendAgainInput!) {
  sendAgain(input: $input) {
    followUp {
      id
    }
  }
}
    `),ce=new I(`
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
    `),le=new I(`
    subscription FollowUpsChanged {
  followUpsChanged {
    cursor
  }
}
    `),ue=new I(`
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
    `),de=new I(`
    query SuggestAddresses($campaign: ID!, $prefix: String!) {
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {
    address {
      text
    }
  }
}
    `),fe=new I(`
    query CanClose($conversation: ConversationInput!) {
  canClose(conversation: $conversation) {
    canClose
  }
}
    `),pe=new I(`
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
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
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
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
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
}`),me=new I(`
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
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
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
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
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
}`),he=new I(`
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
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
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
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
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
}`),ge=new I(`
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
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
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
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
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
}`),_e=new I(`
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
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
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
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
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
}`),ve=new I(`
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
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
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
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
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
}`);function ye(e,t,n){let r={token:t},i=async()=>(await c(pe,{...e,language:n},r)).panel;return{load:i,save:async(t,a,o)=>(await c(he,{language:n,input:{...e,version:t,...A(a)}},{...r,last:o})).saveDraft?.panel??i(),submit:async(t,a,o)=>(await c(ge,{language:n,input:{...e,version:t,...A(a),idempotencyKey:o}},r)).submitFollowUp?.panel??i(),undo:async()=>(await c(_e,{language:n,input:e},r)).undoFollowUp?.panel??i(),sendNow:async(e,t)=>(await c(ve,{language:n,input:{followUp:e,idempotencyKey:t}},r)).sendFollowUpNow?.panel??i(),sendAgain:async(e,t,n)=>(await c(se,{input:{followUp:e,to:`OTHERS`,addresses:t,idempotencyKey:n}},r),i()),watch:({next:r,refused:i,status:a})=>D(me,{...e,language:n},{token:t,next:e=>r(e.panelChanged.panel),refused:i,status:a})}}var L=a();function R({tone:e,children:t}){return(0,L.jsxs)(`span`,{className:`state ${e}`,children:[(0,L.jsxs)(`svg`,{viewBox:`0 0 10 10`,width:`10`,height:`10`,"aria-hidden":`true`,children:[e===`ok`&&(0,L.jsx)(`circle`,{cx:`5`,cy:`5`,r:`4.5`,fill:`currentColor`}),e===`wait`&&(0,L.jsx)(`circle`,{cx:`5`,cy:`5`,r:`3.5`,fill:`none`,stroke:`currentColor`,strokeWidth:`2`}),e===`bad`&&(0,L.jsx)(`path`,{d:`M5 0l5 5-5 5-5-5z`,fill:`currentColor`})]}),t]})}var z=(e,t)=>e.message===t.message&&e.start<=t.start&&t.end<=e.end,be=(e,t)=>e.message===t.message&&e.start===t.start&&e.end===t.end;function xe(e,t,{covered:n,lifted:r,suggested:i}){let a=[...t],o=t=>t.message===e&&t.start<t.end,s=n.filter(o),c=i.filter(o),l=[0,a.length,...[...s,...c].flatMap(({start:e,end:t})=>[e,t])],u=[...new Set(l.filter(e=>e>=0&&e<=a.length))].sort((e,t)=>e-t);return u.slice(0,-1).map((t,n)=>{let i=u[n+1]??t,o=e=>e.start<=t&&i<=e.end,l=s.find(o),d=c.filter(o),f=B(d,r)[0],p=l??f??d[0],m=p?{message:e,start:p.start,end:p.end}:{message:e,start:t,end:i},h=l?`covered`:f?`suggested`:d[0]?`lifted`:`none`;return{start:t,end:i,text:a.slice(t,i).join(``),cover:h,stretch:m}})}var B=(e,t)=>e.filter(e=>!t.some(t=>z(t,e)));function Se({cover:e,stretch:t},{covered:n,lifted:r}){let i=e=>e.filter(e=>!be(e,t));switch(e){case`covered`:return{covered:i(n),lifted:r};case`suggested`:return{covered:n,lifted:[...r,t]};case`lifted`:return{covered:n,lifted:r.filter(e=>!z(e,t))};default:return{covered:V([...n,t]),lifted:r}}}function V(e){let t=[];for(let n of[...e].sort((e,t)=>e.message.localeCompare(t.message)||e.start-t.start)){let e=t.at(-1);e&&e.message===n.message&&n.start<=e.end?e.end=Math.max(e.end,n.end):t.push({...n})}return t}function Ce(e,t,n){let r=Te(e.text),i=r.findLastIndex(e=>e.trim()!==``),a=r.findIndex(e=>e.trim()!==``),o=e.start;return r.map((r,s)=>{let c=o;return o+=H(r),r.trim()===``?{text:r,stretch:null}:{text:r,stretch:{message:e.stretch.message,start:s===a&&t?.cover===`covered`?e.start:c,end:s===i&&n?.cover===`covered`?e.end:o}}})}var we=/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u;function Te(e){return e.split(/(\s+)/).filter(e=>e!==``).flatMap(e=>we.test(e)?[...new Intl.Segmenter(void 0,{granularity:`word`}).segment(e)].map(e=>e.segment):[e])}var H=e=>[...e].length;function U(e){return e.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,e=>{let t=e.charCodeAt(0);return e===`
`||e===`	`?e:t<32?String.fromCharCode(9216+t):t===127?`␡`:`�`})}var W=e=>Object.hasOwn(t,e);function G(e,t){if(e instanceof d){let n=[`rule.${e.rule}`,`problem.${e.code}`].find(W);return n?t(n):e.message}return e instanceof l?t(`problem.unreachable`):t(`problem.INTERNAL`)}function Ee({rule:e,message:t},n){let r=`rule.${e}`;return W(r)?n(r):t}function K(e){let[,t]=(0,w.useState)(0),n=e===null?null:Math.max(0,Math.ceil((Date.parse(e)-s())/1e3)),r=n!==null&&n>0;return(0,w.useEffect)(()=>{if(!r)return;let e=setInterval(()=>t(e=>e+1),250);return()=>clearInterval(e)},[r]),n}function De({panel:e,store:t,state:n,main:r,ready:a}){let{t:o}=i(),s=K(e.sendsAt),c=e.envelope.recipients.length,l=e.followUp?.state===`AWAITING_TRANSCRIPT`,u=e.sendsAt&&e.submittedAt?(Date.parse(e.sendsAt)-Date.parse(e.submittedAt))/1e3:0,d=n.wish!==null;return(0,L.jsxs)(`div`,{className:`sending`,children:[(0,L.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:o(`sending.kept`)}),s!==null&&u>0&&(0,L.jsx)(`div`,{className:`progress`,children:(0,L.jsx)(`span`,{style:{"--part":Math.min(1,s/u)}})}),(0,L.jsxs)(`div`,{className:`sending-line`,children:[(0,L.jsxs)(`p`,{className:`sending-words`,children:[(0,L.jsx)(`strong`,{children:e.stage===`OPEN`?o(`sending.open`,{count:c}):l?o(`sending.transcript`,{count:c}):c===0?o(`sending.nobody`):s?o(`sending.in`,{count:c,seconds:s}):o(`sending.now`,{count:c})}),e.submittedBy&&(0,L.jsx)(`span`,{className:`small muted`,children:(0,L.jsx)(`bdi`,{children:o(`sending.by`,{name:e.submittedBy})})})]}),(0,L.jsxs)(`div`,{className:`row`,children:[(0,L.jsx)(`button`,{ref:r,type:`button`,className:`button`,disabled:!a,"aria-disabled":d,onClick:()=>void t.undo(),children:o(`sending.undo`)}),e.followUp&&(0,L.jsx)(`button`,{type:`button`,className:`button primary`,disabled:!a,"aria-disabled":d,onClick:()=>void t.sendNow(),children:o(`sending.sendNow`)})]})]})]})}function q(e,t,n=new Date){let r=new Date(e),i=r.toDateString()===n.toDateString();return new Intl.DateTimeFormat(t,i?{timeStyle:`short`}:{dateStyle:`medium`,timeStyle:`short`}).format(r)}function Oe(e){let t=[Math.floor(e/60)%60,e%60].map(e=>String(e).padStart(2,`0`)),n=Math.floor(e/3600);return n>0?[n,...t].join(`:`):t.join(`:`).replace(/^0/,``)}function ke({panel:e,store:t,state:n}){let{t:r}=i(),a=(0,w.useRef)(null),o=e.submittedAt!==null,{ready:s,changed:c}=Me(a,o),l=r(n.wish===`ok`?`ok.sending`:e.stage===`OPEN`?`ok.open`:`ok.button`);return(0,L.jsxs)(`footer`,{className:`footer`,children:[(0,L.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:c&&!o&&r(`sending.undone`)}),(0,L.jsx)(Ne,{store:t,state:n}),o?(0,L.jsx)(De,{panel:e,store:t,state:n,main:a,ready:s}):(0,L.jsxs)(L.Fragment,{children:[(0,L.jsxs)(`p`,{className:`footer-line small muted`,children:[(0,L.jsx)(Pe,{panel:e,told:n.problem!==null}),(0,L.jsx)(`span`,{className:`saved`,"aria-live":`polite`,children:n.saving===`away`?null:Ae(n,e.version,r)})]}),(0,L.jsxs)(`button`,{ref:a,type:`button`,className:`button primary wide`,"aria-keyshortcuts":`Control+Enter`,disabled:!s,"aria-disabled":n.wish!==null,onClick:()=>void t.ok(),children:[l,(0,L.jsx)(`span`,{className:`key`,"aria-hidden":`true`,children:`Ctrl ⏎`})]})]})]})}var Ae=(e,t,n)=>e.saving===`saved`?t>0?n(`save.saved`):``:n(`save.${e.saving}`),je=400;function Me(e,t){let[n,r]=(0,w.useState)(t),i=(0,w.useRef)(!1),a=n===t;return(0,w.useEffect)(()=>{if(a)return;i.current=!0;let e=setTimeout(()=>r(t),je);return()=>clearTimeout(e)},[a,t]),(0,w.useEffect)(()=>{a&&i.current&&document.activeElement===document.body&&e.current?.focus()},[a,e]),{ready:a,changed:i.current}}function Ne({store:e,state:t}){let{t:n}=i(),r=t.clashes.map(e=>n(`field.${e}`)).join(`, `);return t.saving===`away`?(0,L.jsx)(`p`,{className:`trouble`,role:`alert`,children:n(`save.away`)}):!t.problem&&t.clashes.length===0&&!t.late?null:(0,L.jsxs)(`div`,{className:`trouble`,role:`alert`,children:[(0,L.jsxs)(`div`,{children:[(t.problem||r)&&(0,L.jsx)(`p`,{children:t.problem?G(t.problem,n):n(`clash`,{fields:r})}),(0,L.jsx)(J,{note:t.late})]}),(0,L.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:()=>e.dismiss(),"aria-label":n(`panel.dismiss`),title:n(`panel.dismiss`),children:(0,L.jsx)(`span`,{"aria-hidden":`true`,children:`✕`})})]})}function J({note:e}){let{t}=i();return e?(0,L.jsxs)(`p`,{children:[t(`late`),` `,(0,L.jsx)(`q`,{dir:`auto`,children:e})]}):null}function Pe({panel:e,told:t}){let{t:n,language:r}=i(),a=K(e.sendsAt),o=e.envelope.problems[0],{followUp:s,sendsAt:c}=e;if(o)return t?(0,L.jsx)(`span`,{}):(0,L.jsx)(`span`,{className:`warning`,children:Ee(o,n)});if(!s)return(0,L.jsx)(`span`,{children:n(`wait.open`)});let l=c?q(c,r):``;switch(s.state){case`AWAITING_TRANSCRIPT`:return(0,L.jsxs)(`span`,{children:[n(`wait.transcript`),` `,(0,L.jsx)(`bdi`,{children:U(s.reason)})]});case`AWAITING_CODE`:return(0,L.jsx)(`span`,{children:l&&n(`wait.code`,{time:l})});case`AWAITING_OK`:return(0,L.jsx)(`span`,{children:l&&n(`wait.limit`,{time:l})});default:return(0,L.jsx)(`span`,{children:a===null?n(`wait.reopened`):n(`wait.hold`,{time:Oe(a)})})}}var Y=e=>e.map(({sentence:e})=>e).join(` · `),Fe=[`SENT`,`DELIVERED`,`ACCEPTED`],Ie=[`FAILED`,`BOUNCED`,`BLOCKED`,`COMPLAINED`];function X(e){return Fe.includes(e)?`ok`:Ie.includes(e)?`bad`:`wait`}function Le({panel:e,store:t,state:n,onNext:r}){let{t:a}=i(),o=(0,w.useRef)(null);(0,w.useEffect)(()=>{document.activeElement===document.body&&o.current?.focus({preventScroll:!0})},[]);let{followUp:s}=e;return s?(0,L.jsxs)(`div`,{className:`form`,children:[(0,L.jsxs)(`section`,{className:`receipt`,"aria-labelledby":`receipt`,children:[(0,L.jsx)(`h2`,{id:`receipt`,ref:o,tabIndex:-1,children:a(`receipt.title`)}),(0,L.jsx)(Z,{followUp:s})]}),(n.problem||n.late)&&(0,L.jsxs)(`div`,{className:`trouble`,role:`alert`,children:[n.problem&&(0,L.jsx)(`p`,{children:G(n.problem,a)}),(0,L.jsx)(J,{note:n.late})]}),(0,L.jsx)(ze,{followUp:s.id,store:t,busy:n.wish!==null}),(0,L.jsx)(Be,{followUp:s}),r&&(0,L.jsxs)(`p`,{className:`next`,children:[(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:r,children:a(`next.prepare`)}),(0,L.jsx)(`span`,{className:`small muted`,children:a(`next.hint`)})]})]}):null}function Z({followUp:e}){let{t}=i();return e.receipt.length===0?(0,L.jsxs)(`p`,{className:`nobody`,role:`status`,children:[(0,L.jsx)(`strong`,{children:t(`receipt.nobody`)}),(0,L.jsx)(`span`,{className:`small muted`,children:e.decision?.notForwarded?t(`envelope.${e.decision.notForwarded}`):e.reason})]}):(0,L.jsx)(`ul`,{className:`recipients`,"aria-live":`polite`,"aria-relevant":`additions text`,children:e.receipt.map(e=>(0,L.jsx)(Re,{delivery:e},e.id))})}function Re({delivery:e}){let{t,language:n}=i(),{recipient:r,state:a,words:o,reasons:s,nextAt:c,steps:l}=e;return(0,L.jsxs)(`li`,{className:`delivery`,children:[(0,L.jsxs)(`span`,{className:`recipient-address`,children:[r.name&&(0,L.jsx)(`bdi`,{className:`recipient-name`,children:r.name}),` `,(0,L.jsx)(`bdi`,{className:r.name?`muted`:``,children:r.email})]}),(0,L.jsx)(R,{tone:X(a),children:t(`delivery.${a}`)}),(0,L.jsx)(`span`,{className:`recipient-why small muted`,children:Y(s)}),o&&(0,L.jsx)(`span`,{className:`server-words small`,dir:`auto`,children:U(o)}),c&&(0,L.jsx)(`span`,{className:`recipient-why small muted`,children:t(`receipt.nextTry`,{time:q(c,n)})}),l.length>0&&(0,L.jsxs)(`details`,{className:`steps small`,children:[(0,L.jsx)(`summary`,{children:t(`receipt.history`)}),(0,L.jsx)(`ol`,{children:l.map(e=>(0,L.jsxs)(`li`,{children:[(0,L.jsx)(`time`,{dateTime:e.at,children:new Intl.DateTimeFormat(n,{timeStyle:`medium`}).format(new Date(e.at))}),` `,t(`delivery.${e.state}`),e.words&&(0,L.jsx)(`span`,{className:`server-words`,dir:`auto`,children:U(e.words)})]},`${e.at} ${e.state}`))})]})]})}function ze({followUp:e,store:t,busy:n}){let{t:r}=i(),[a,o]=(0,w.useState)(``),s=(0,w.useId)();return(0,L.jsxs)(`form`,{className:`another`,onSubmit:async n=>{n.preventDefault(),await t.sendAgain(e,a)&&o(``)},children:[(0,L.jsx)(`label`,{htmlFor:s,children:r(`receipt.another`)}),(0,L.jsxs)(`div`,{className:`row`,children:[(0,L.jsx)(`input`,{id:s,className:`input`,inputMode:`email`,autoComplete:`off`,dir:`auto`,value:a,onChange:e=>o(e.target.value)}),(0,L.jsx)(`button`,{type:`submit`,className:`button`,disabled:a.trim()===``||n,children:r(`receipt.send`)})]})]})}function Be({followUp:e}){let{t}=i(),{submission:n,codes:r}=e;return r.length===0&&n.note===``&&!n.urgent?null:(0,L.jsxs)(`section`,{className:`sent`,"aria-labelledby":`sent`,children:[(0,L.jsx)(`h2`,{id:`sent`,children:t(`receipt.details`)}),r.length>0&&(0,L.jsxs)(`p`,{className:`chips`,children:[r.map(e=>(0,L.jsx)(`bdi`,{className:`chip`,children:U(e)},e)),n.urgent&&(0,L.jsx)(`span`,{className:`chip bad`,children:t(`note.urgent`)})]}),n.note&&(0,L.jsx)(`p`,{className:`sent-note`,dir:`auto`,children:U(n.note)})]})}function Ve({followUp:e}){let{t}=i();return(0,L.jsxs)(`details`,{className:`more earlier`,children:[(0,L.jsxs)(`summary`,{children:[t(`earlier.title`),` `,(0,L.jsxs)(`span`,{className:`muted small`,children:[t(`receipt.number`,{number:`#${e.number}`}),` ·`,` `,(0,L.jsx)(R,{tone:X(e.state),children:t(`state.${e.state}`)})]})]}),(0,L.jsx)(`div`,{className:`more-body`,children:(0,L.jsx)(Z,{followUp:e})})]})}function He({session:e,before:t}){let{t:n}=i(),r=async()=>{await t?.(),e.signOut()};return(0,L.jsxs)(`p`,{className:`account small muted`,children:[e.name&&(0,L.jsx)(`bdi`,{children:n(`account.name`,{name:e.name})}),(0,L.jsx)(`button`,{type:`button`,className:`link`,onClick:()=>void r(),children:n(`account.signOut`)})]})}function Ue(e,t,n){return t.includes(e)?t.filter(t=>t!==e):n?[...t,e]:[e]}function We({panel:e,codes:t,digits:n,draft:r,edit:a}){let{t:o}=i(),{allowMultiple:s,requireCode:c}=e.campaign.goalSettings,l=r.codes??e.vendorCodes,u=e.envelope.codes.filter(({outcome:e})=>e===`UNKNOWN`||e===`RETIRED`);return(0,L.jsxs)(`fieldset`,{className:`codes`,children:[(0,L.jsxs)(`legend`,{children:[o(s?`codes.title`:`codes.titleOne`),(0,L.jsxs)(`span`,{className:`muted small`,children:[c&&` · ${o(`codes.required`)}`,s&&` · ${o(`codes.several`)}`]})]}),t.length===0&&(0,L.jsx)(`p`,{className:`muted`,children:o(`codes.none`)}),(0,L.jsx)(`div`,{className:t.some(({hint:e})=>e)?`code-grid hinted`:`code-grid`,children:t.map(e=>(0,L.jsx)(Ge,{code:e,digit:n.get(e.label)??``,several:s,checked:l.includes(e.label),onPick:()=>a({codes:Ue(e.label,l,s)})},e.id))}),e.vendorCodes.length>0&&(0,L.jsx)(`p`,{className:`small muted`,children:r.codes===null?o(`codes.vendor`,{codes:e.vendorCodes.map(U).join(`, `)}):(0,L.jsx)(`button`,{type:`button`,className:`link`,onClick:()=>a({codes:null}),children:o(`codes.useVendor`,{codes:e.vendorCodes.map(U).join(`, `)})})}),u.map(({label:e,outcome:t})=>(0,L.jsx)(`p`,{className:`small warning`,children:o(t===`RETIRED`?`codes.retired`:`codes.unknown`,{code:U(e)})},e))]})}function Ge({code:e,digit:t,several:n,checked:r,onPick:i}){let a=`hint-${e.id}`;return(0,L.jsxs)(`label`,{className:`code`,style:{"--code":e.color||`var(--line)`},children:[(0,L.jsx)(`input`,{type:n?`checkbox`:`radio`,name:`code`,checked:r,onChange:i,onClick:n||!r?void 0:i,"aria-labelledby":`label-${e.id}`,"aria-describedby":e.hint?a:void 0,"aria-keyshortcuts":t||void 0}),(0,L.jsxs)(`span`,{className:`code-label`,children:[(0,L.jsx)(`bdi`,{id:`label-${e.id}`,children:e.label}),e.hint&&(0,L.jsx)(`span`,{className:`code-hint`,id:a,children:e.hint})]}),t&&(0,L.jsx)(`span`,{className:`key`,"aria-hidden":`true`,children:t})]})}function Q(e,t,n=0){let[r,i]=(0,w.useState)({result:void 0,problem:void 0});return(0,w.useEffect)(()=>{if(e===null)return;let r=new AbortController,a=setTimeout(async()=>{try{let e=await t(r.signal);r.signal.aborted||i({result:e,problem:void 0})}catch(e){r.signal.aborted||i(({result:t})=>({result:t,problem:e}))}},n);return()=>{clearTimeout(a),r.abort()}},[e,n]),r}function Ke({panel:e,state:t,store:n,token:r,input:a}){let{t:o}=i(),{recipients:s,notForwarded:c}=e.envelope,l=e=>n.edit({extra:t.draft.extra.filter(t=>t!==e)}),u=s.length>0?o(`envelope.summary`,{count:s.length,addresses:s.map(({address:e})=>e.email).join(`, `)}):o(`envelope.nobody`);return(0,L.jsxs)(`section`,{className:`envelope`,"aria-labelledby":`goes-to`,children:[(0,L.jsx)(`h2`,{id:`goes-to`,children:o(`envelope.title`)}),(0,L.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:u}),s.length===0?(0,L.jsxs)(`p`,{className:`nobody`,children:[(0,L.jsx)(`strong`,{children:o(`envelope.nobody`)}),c&&(0,L.jsx)(`span`,{className:`small muted`,children:o(`envelope.${c}`)})]}):(0,L.jsx)(`ul`,{className:`recipients`,children:s.map(e=>(0,L.jsx)(qe,{recipient:e,onRemove:l},e.address.email))}),(0,L.jsx)(Je,{campaign:e.campaign.id,state:t,store:n,token:r,input:a})]})}function qe({recipient:e,onRemove:t}){let{t:n}=i(),{address:r,reasons:a,extra:o,firstTime:s,outside:c}=e;return(0,L.jsxs)(`li`,{className:`recipient`,children:[(0,L.jsxs)(`span`,{className:`recipient-address`,children:[r.name&&(0,L.jsx)(`bdi`,{className:`recipient-name`,children:r.name}),` `,(0,L.jsx)(`bdi`,{className:r.name?`muted`:``,children:r.email})]}),(0,L.jsxs)(`span`,{className:`recipient-why small muted`,children:[Y(a),o&&s&&(0,L.jsx)(`span`,{className:`flag`,children:n(`envelope.firstTime`)}),o&&c&&(0,L.jsx)(`span`,{className:`flag`,children:n(`envelope.outside`)})]}),o&&(0,L.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:()=>t(r.text),"aria-label":n(`envelope.remove`,{address:r.email}),title:n(`envelope.remove`,{address:r.email}),children:(0,L.jsx)(`span`,{"aria-hidden":`true`,children:`✕`})})]})}function Je({campaign:e,state:t,store:n,token:r,input:a}){let{t:o}=i(),[s,l]=(0,w.useState)(``),u=(0,w.useId)(),{notTaken:d,draft:f}=t;(0,w.useEffect)(()=>{d&&(l(d.text),a.current?.focus())},[d,a]);let{result:p}=Q(s.trim()?s.trim():null,t=>c(de,{campaign:e,prefix:s.trim()},{token:r,signal:t}),150),m=e=>{e?.preventDefault(),s.trim()!==``&&(n.edit({extra:[...f.extra,s.trim()]}),l(``))};return(0,L.jsxs)(`div`,{className:`add-address`,children:[(0,L.jsx)(`label`,{className:`visually-hidden`,htmlFor:u,children:o(`envelope.add`)}),(0,L.jsxs)(`div`,{className:`row`,children:[(0,L.jsx)(`input`,{ref:a,id:u,className:`input`,type:`text`,inputMode:`email`,autoComplete:`off`,spellCheck:!1,dir:`auto`,placeholder:o(`envelope.add`),list:`${u}-known`,value:s,onChange:e=>l(e.target.value),onKeyDown:e=>{e.key===`Enter`&&!e.ctrlKey&&!e.metaKey&&m(e)},"aria-invalid":d!==null,"aria-describedby":d?`${u}-problem`:void 0,"aria-keyshortcuts":`a`}),(0,L.jsx)(`datalist`,{id:`${u}-known`,children:p?.addressSuggestions.map(({address:e})=>(0,L.jsx)(`option`,{value:e.text},e.text))}),(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>m(),disabled:s.trim()===``,children:o(`envelope.addButton`)})]}),d&&(0,L.jsx)(`p`,{className:`problem small`,role:`alert`,id:`${u}-problem`,children:G(d.problem,o)})]})}function Ye({on:e,onChange:t,children:n}){let{t:r}=i();return(0,L.jsxs)(`details`,{className:`more`,children:[(0,L.jsx)(`summary`,{children:r(`keys.title`)}),(0,L.jsxs)(`div`,{className:`more-body`,children:[(0,L.jsxs)(`label`,{className:`check`,children:[(0,L.jsx)(`input`,{type:`checkbox`,checked:e,onChange:e=>t(e.target.checked)}),r(`keys.on`)]}),(0,L.jsxs)(`dl`,{className:`key-list`,children:[(0,L.jsxs)(`dt`,{children:[(0,L.jsx)(`kbd`,{children:`1`}),`–`,(0,L.jsx)(`kbd`,{children:`9`})]}),(0,L.jsx)(`dd`,{children:r(`keys.codes`)}),(0,L.jsx)(`dt`,{children:(0,L.jsx)(`kbd`,{children:`N`})}),(0,L.jsx)(`dd`,{children:r(`keys.note`)}),(0,L.jsx)(`dt`,{children:(0,L.jsx)(`kbd`,{children:`A`})}),(0,L.jsx)(`dd`,{children:r(`keys.address`)}),(0,L.jsxs)(`dt`,{children:[(0,L.jsx)(`kbd`,{children:`Ctrl`}),` `,(0,L.jsx)(`kbd`,{children:`Enter`})]}),(0,L.jsx)(`dd`,{children:r(`keys.ok`)})]}),n]})]})}var Xe=`input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]`;function Ze(e,t,n){if(e.key===`Enter`&&(e.ctrlKey||e.metaKey)&&!e.altKey)return t.ok;let r=e.target instanceof Element&&e.target.closest(Xe)!==null;if(!(!n||r||e.ctrlKey||e.metaKey||e.altKey))return Object.hasOwn(t,e.key.toLowerCase())?t[e.key.toLowerCase()]:void 0}function Qe(e,t){let n=(0,w.useRef)(e);n.current=e,(0,w.useEffect)(()=>{let e=e=>{if(e.repeat||e.isComposing)return;let r=Ze(e,n.current,t);r&&(e.preventDefault(),r())};return document.addEventListener(`keydown`,e),()=>document.removeEventListener(`keydown`,e)},[t])}var $e=`postchat:hot-keys`;function et(){let[e,t]=(0,w.useState)(()=>{try{return localStorage.getItem($e)!==`off`}catch{return!0}});return[e,e=>{t(e);try{localStorage.setItem($e,e?`on`:`off`)}catch{}}]}function tt(e){let t=`123456789`.split(``).filter(t=>!e.some(e=>e.hotKey===t));return new Map(e.map(e=>[e.label,e.hotKey||(t.shift()??``)]))}var nt=1e4;function rt({draft:e,edit:t,flush:n,input:r}){let{t:a}=i(),o=(0,w.useId)(),s=nt-H(e.note);return(0,L.jsxs)(`section`,{className:`note`,children:[(0,L.jsxs)(`div`,{className:`note-line`,children:[(0,L.jsx)(`h2`,{children:(0,L.jsx)(`label`,{htmlFor:o,children:a(`note.title`)})}),(0,L.jsxs)(`label`,{className:`check`,children:[(0,L.jsx)(`input`,{type:`checkbox`,checked:e.urgent,onChange:e=>t({urgent:e.target.checked})}),a(`note.urgent`)]})]}),(0,L.jsx)(`textarea`,{ref:r,id:o,className:`input`,rows:3,dir:`auto`,placeholder:a(`note.placeholder`),value:e.note,onChange:e=>t({note:e.target.value}),onBlur:n,"aria-describedby":`${o}-left`,"aria-invalid":s<0,"aria-keyshortcuts":`n`}),(0,L.jsx)(`p`,{className:s<0?`small problem`:`small muted`,id:`${o}-left`,"aria-live":`polite`,children:s<0?a(`note.over`,{count:-s}):s<500?a(`note.left`,{count:s}):``})]})}function it({panel:e,saving:t,token:n}){let{t:r}=i(),[a,o]=(0,w.useState)(!1),[s,l]=(0,w.useState)(!1),u=e.followUp?.id,{result:d,problem:f}=Q(a&&u&&t===`saved`?`${u} ${e.version}`:null,e=>c(ue,{input:{followUp:u}},{token:n,signal:e}),100),p=d?.previewMail;return u?(0,L.jsxs)(`details`,{className:`more`,onToggle:e=>o(e.currentTarget.open),children:[(0,L.jsx)(`summary`,{children:r(`preview.title`)}),(0,L.jsxs)(`div`,{className:`more-body`,children:[f&&(0,L.jsx)(`p`,{className:`problem`,role:`alert`,children:G(f,r)}),!p&&!f&&(0,L.jsx)(`p`,{className:`muted`,children:r(`panel.loading`)}),p&&(0,L.jsxs)(L.Fragment,{children:[(0,L.jsxs)(`dl`,{className:`facts small`,children:[(0,L.jsx)(`dt`,{children:r(`preview.subject`)}),(0,L.jsx)(`dd`,{dir:`auto`,children:U(p.subject)}),(0,L.jsx)(`dt`,{children:r(`preview.from`)}),(0,L.jsx)(`dd`,{dir:`auto`,children:U(p.from)}),(0,L.jsx)(`dt`,{children:r(`preview.replyTo`)}),(0,L.jsx)(`dd`,{dir:`auto`,children:U(p.replyTo)})]}),(0,L.jsxs)(`div`,{className:`tabs`,children:[(0,L.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":!s,onClick:()=>l(!1),children:r(`preview.html`)}),(0,L.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":s,onClick:()=>l(!0),children:r(`preview.plain`)})]}),s?(0,L.jsx)(`section`,{className:`mail`,"aria-label":r(`preview.plain`),children:(0,L.jsx)(`pre`,{className:`plain`,dir:`auto`,tabIndex:0,children:U(p.content.plain)})}):(0,L.jsx)(`iframe`,{className:`mail`,title:r(`preview.title`),sandbox:``,srcDoc:at(p.content.html)})]})]})]}):null}var at=e=>e.replace(/<style[\s>][\s\S]*?<\/style>/gi,``);function ot({message:e,text:t,marks:n,covering:r,onFlip:i}){let[a,o]=(0,w.useState)(0),[s,c]=st(a,i),l=0,u=(e,t)=>{let n=l++;return(0,L.jsx)(ut,{piece:e,kind:t,stops:n===a,onFocus:()=>o(n),onFlip:c,paints:r},e.start)},d=xe(e,t,n),f=d.flatMap((e,t)=>e.cover===`none`?!r||!i?[U(e.text)]:Ce(e,d[t-1],d[t+1]).map(({text:e,stretch:t})=>t?u({...t,text:e,cover:`none`,stretch:t},null):e):[i?u(e,ct(e,n)):(0,L.jsx)(lt,{piece:e},e.start)]);return a>=l&&a!==0&&o(0),(0,L.jsx)(`p`,{ref:s,className:`line-text`,dir:`auto`,"data-message":e,onKeyDown:i&&dt,children:f})}function st(e,t){let n=(0,w.useRef)(null),r=(0,w.useRef)(!1);return(0,w.useLayoutEffect)(()=>{if(!r.current||(r.current=!1,document.activeElement!==document.body))return;let t=n.current?.querySelectorAll(`button`)??[];t[Math.min(e,t.length-1)]?.focus()}),[n,e=>{r.current=!0,t?.(e)}]}var ct=({stretch:e},{suggested:t})=>t.find(t=>t.message===e.message&&t.start===e.start&&t.end===e.end)?.kind??null;function lt({piece:e}){return e.cover===`lifted`?(0,L.jsx)(`span`,{children:U(e.text)}):(0,L.jsx)(`mark`,{className:`covered`,children:U(e.text)})}function ut({piece:e,kind:t,stops:n,onFocus:r,onFlip:a,paints:o}){let{t:s}=i(),c=e.cover===`covered`||e.cover===`suggested`,l=U(e.text),u=t=>{o&&t.buttons===1&&t.pointerType===`mouse`&&!c&&a?.(e)},d=c?`cover.on`:`cover.off`;return(0,L.jsx)(`button`,{type:`button`,className:c?`word covered`:e.cover===`lifted`?`word lifted`:`word`,"aria-pressed":c,"aria-label":e.cover===`none`?void 0:s(d,{text:l}),title:t&&c?s(`cover.${t}`):void 0,tabIndex:n?0:-1,onFocus:r,onClick:()=>a?.(e),onPointerEnter:u,onPointerLeave:u,children:l})}function dt(e){let t={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[e.key];if(t===void 0||e.ctrlKey||e.metaKey||e.altKey)return;let n=[...e.currentTarget.querySelectorAll(`button`)],r=n[n.indexOf(document.activeElement)+t];e.preventDefault(),r?.focus()}function ft(){let e=(0,w.useRef)(null),[t,n]=(0,w.useState)(null);return(0,w.useEffect)(()=>{let t=()=>n(pt(document.getSelection(),e.current));return document.addEventListener(`selectionchange`,t),()=>document.removeEventListener(`selectionchange`,t)},[]),{selected:t,list:e}}function pt(e,t){if(!e||e.isCollapsed||e.rangeCount!==1)return null;let n=e.getRangeAt(0),r=n.commonAncestorContainer,i=(r instanceof Element?r:r.parentElement)?.closest(`[data-message]`);if(!i?.dataset.message||!t?.contains(i))return null;let a=document.createRange();a.selectNodeContents(i),a.setEnd(n.startContainer,n.startOffset);let o=H(a.toString());return{message:i.dataset.message,start:o,end:o+H(n.toString())}}var mt=(0,w.memo)(function({panel:e,starred:t,covered:n,lifted:r,edit:a,readOnly:o}){let[s,c]=(0,w.useState)(!1),{t:l}=i(),[u,d]=(0,w.useState)(!1),{selected:f,list:p}=ft(),m=e.chat??e.conversation,h=o||!e.chat,g=m?.transcript??[],_=e.followUp?.suggestedCovers??[],v={covered:n,lifted:r,suggested:_},y=n.length+B(_,r).length,b=[l(`transcript.messages`,{count:g.length}),...t.length?[l(`transcript.starred`,{count:t.length})]:[],...y?[l(`transcript.covered`,{count:y})]:[]],x=e=>a(t=>Se(e,t)),S=e=>a(t=>({starred:t.starred.includes(e)?t.starred.filter(t=>t!==e):[...t.starred,e]}));return m?(0,L.jsxs)(`details`,{className:`more`,onToggle:e=>c(e.currentTarget.open),children:[(0,L.jsxs)(`summary`,{children:[l(`transcript.title`),` `,(0,L.jsx)(`span`,{className:`muted small`,children:b.join(` · `)})]}),(0,L.jsxs)(`div`,{className:`more-body`,children:[g.length===0&&(0,L.jsx)(`p`,{className:`muted`,children:l(`transcript.empty`)}),!h&&g.length>0&&(0,L.jsxs)(`div`,{className:`cover-tools`,children:[(0,L.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":u,onClick:()=>d(!u),children:l(`cover.mode`)}),(0,L.jsx)(`button`,{type:`button`,className:`button small`,hidden:!f,onPointerDown:e=>e.preventDefault(),onClick:()=>f&&a(e=>({covered:V([...e.covered,f])})),children:l(`cover.selection`)}),u&&(0,L.jsx)(`p`,{className:`small muted`,children:l(`cover.help`)})]}),(0,L.jsx)(`ol`,{className:u?`transcript covering`:`transcript`,ref:p,children:(s?g:[]).map(e=>(0,L.jsx)(ht,{message:e,marks:v,starred:t.includes(e.key),onStar:h||e.private||e.event?void 0:()=>S(e.key),covering:u&&!h,onFlip:h?void 0:x},e.key))})]})]}):null});function ht({message:e,marks:t,starred:n,onStar:r,covering:a,onFlip:o}){let{t:s,language:c}=i();return(0,L.jsxs)(`li`,{className:`line ${e.event?`event`:e.role.toLowerCase()}`,children:[(0,L.jsxs)(`p`,{className:`line-head small muted`,children:[(0,L.jsx)(`bdi`,{children:U(e.name)}),` `,(0,L.jsx)(`time`,{dateTime:e.at,children:q(e.at,c)}),e.private&&(0,L.jsx)(`span`,{className:`flag`,children:s(`transcript.private`)})]}),r?(0,L.jsx)(`button`,{type:`button`,className:`icon-button star`,"aria-pressed":n,onClick:r,"aria-label":`${s(`transcript.star`)}: ${U(e.text).slice(0,80)}`,title:s(`transcript.star`),children:(0,L.jsx)(`span`,{"aria-hidden":`true`,children:n?`★`:`☆`})}):n&&(0,L.jsx)(`span`,{className:`star`,children:`★`}),(0,L.jsx)(ot,{message:e.key,text:e.text,marks:t,covering:a,onFlip:o}),e.files.map(e=>(0,L.jsx)(`p`,{className:`small muted`,children:s(`transcript.file`,{name:U(e.name)})},e.name))]})}function gt({panel:e,store:t,state:n,session:r}){let{t:a}=i(),o=r.token??``,[s,c]=et(),l=(0,w.useRef)(null),u=(0,w.useRef)(null),d=e.submittedAt!==null||n.wish===`ok`,{draft:f}=n,p=e.campaign.successCodes.filter(({label:e,retired:t})=>!t||f.codes?.includes(e)),m=tt(p),h={ok:()=>!d&&void t.ok()};if(!d){h.n=()=>l.current?.focus(),h.a=()=>u.current?.focus();for(let{label:n}of p){let r=m.get(n);r&&(h[r]=()=>t.edit({codes:Ue(n,f.codes??e.vendorCodes,e.campaign.goalSettings.allowMultiple)}))}}return Qe(h,s),(0,L.jsxs)(`div`,{className:`form`,children:[(0,L.jsxs)(`fieldset`,{disabled:d,className:`form-part`,children:[(0,L.jsx)(`legend`,{className:`visually-hidden`,children:a(`panel.title`)}),(0,L.jsx)(We,{panel:e,codes:p,digits:s?m:new Map,draft:f,edit:t.edit}),(0,L.jsx)(Ke,{panel:e,state:n,store:t,token:o,input:u}),(0,L.jsx)(rt,{draft:f,edit:t.edit,flush:()=>t.flush(),input:l})]}),(0,L.jsx)(mt,{panel:e,starred:f.starred,covered:f.covered,lifted:f.lifted,edit:t.edit,readOnly:d}),(0,L.jsx)(it,{panel:e,saving:n.saving,token:o}),(0,L.jsx)(Ye,{on:s,onChange:c,children:(0,L.jsx)(He,{session:r,before:()=>t.saved()})})]})}function _t({panel:e,liveness:t,onList:n}){let{t:r}=i(),{visitor:a}=e.chat??e.conversation??{},o=U(a?.name||a?.email||a?.phone||``);return(0,L.jsxs)(`header`,{className:`head`,children:[(0,L.jsxs)(`div`,{className:`head-line`,children:[(0,L.jsx)(`h1`,{children:(0,L.jsx)(`bdi`,{children:o||r(`panel.visitor`)})}),(0,L.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:n,"aria-label":r(`list.back`),title:r(`list.back`),children:(0,L.jsx)(`span`,{"aria-hidden":`true`,children:`☰`})})]}),(0,L.jsxs)(`p`,{className:`head-line small`,children:[(0,L.jsxs)(`span`,{className:`muted`,children:[(0,L.jsx)(`bdi`,{children:e.campaign.name}),e.followUp&&(0,L.jsxs)(`span`,{className:`number`,children:[` · #`,e.followUp.number]})]}),(0,L.jsx)(`span`,{role:`status`,children:t===`reconnecting`?(0,L.jsx)(R,{tone:`wait`,children:r(`panel.live.reconnecting`)}):e.followUp?(0,L.jsx)(R,{tone:X(e.followUp.state),children:r(`state.${e.followUp.state}`)}):(0,L.jsx)(R,{tone:`wait`,children:r(`panel.chatOpen`)})})]}),e.conversationProblem&&(0,L.jsx)(`p`,{className:`small muted`,children:(0,L.jsx)(`bdi`,{children:U(e.conversationProblem)})})]})}var vt={de:`DE`,en:`EN`,nl:`NL`},yt=({language:e})=>vt[n([e])]??`EN`;function bt(e){let t=`postchat:unsaved:${e}`,n=e=>{try{return e()}catch{return}};return{read:()=>n(()=>JSON.parse(sessionStorage.getItem(t)??`null`)??void 0),write:e=>n(()=>sessionStorage.setItem(t,JSON.stringify(e))),clear:()=>n(()=>sessionStorage.removeItem(t))}}function xt(){return Array.from(crypto.getRandomValues(new Uint8Array(16)),e=>e.toString(16).padStart(2,`0`)).join(``)}var St=600,Ct=class{#e;#t;#n=new Set;#r;#i;#a;#o;#s;#c;#l=0;#u;#d=!1;constructor(e,t){this.#r=e,this.#i=t;let n=t.read();this.#t=n?.base??O,this.#e={panel:null,draft:n?.draft??O,saving:`saved`,wish:null,problem:null,notTaken:null,late:``,clashes:[],liveness:`live`}}start(){this.#d=!1,this.#a=this.#r.watch({next:e=>this.#g(e),refused:e=>this.#m({problem:e}),status:e=>this.#m({liveness:e})})}stop(){this.flush(!0),this.#d=!0,this.#a?.()}subscribe=e=>(this.#n.add(e),()=>void this.#n.delete(e));get=()=>this.#e;edit=e=>{let t=typeof e==`function`?e(this.#e.draft):e;this.#m({draft:{...this.#e.draft,...t},problem:null,notTaken:null}),this.#h(),clearTimeout(this.#o),this.#o=setTimeout(()=>this.flush(),`note`in t?St:0)};dismiss(){this.#m({problem:null,notTaken:null,late:``,clashes:[]})}flush(e=!1){clearTimeout(this.#o),this.#d||!this.#e.panel||P(this.#e.draft,this.#t)||(e||!this.#s)&&this.#v(()=>this.#y(e))}async saved(){this.flush(),await this.#s}ok(){return this.#S(`ok`,async()=>{let e=this.#p();try{await this.#f()}catch(t){if(!(t instanceof d&&t.rule===`changed`)||!await this.#x()||this.#e.panel?.submittedAt||this.#p()!==e)throw t;await this.#f()}})}async#f(){let e=this.#e.draft,t=this.#e.panel?.version??0,n=await this.#r.submit(t,e,this.#C(`ok`,[t,e]));this.#_(n,e)}#p=()=>JSON.stringify([this.#e.draft,this.#e.panel?.envelope.recipients.map(({address:e})=>e.email)]);undo(){return this.#S(`undo`,async()=>this.#_(await this.#r.undo()))}sendNow(){let e=this.#e.panel?.followUp?.id;return e?this.#S(`now`,async()=>this.#_(await this.#r.sendNow(e,this.#C(`now`,[e])))):Promise.resolve(!1)}sendAgain(e,t){return this.#S(`again`,async()=>this.#_(await this.#r.sendAgain(e,t,this.#C(`again`,[e,t]))))}next(){return this.#S(`next`,async()=>{let e=await this.#r.save(this.#e.panel?.version??0,O,!1);this.#m({draft:O}),this.#_(e,O)})}#m(e){this.#e={...this.#e,...e};for(let e of this.#n)e()}#h(){let{draft:e}=this.#e;P(e,this.#t)?this.#i.clear():this.#i.write({base:this.#t,draft:e})}#g(e){this.#s?this.#c=e:Tt(e,this.#e.panel)||this.#_(e),!this.#s&&!P(this.#e.draft,this.#t)&&this.flush()}#_(e,t=this.#t){let n=te(e.submission),r=!this.#e.panel,{draft:i,clashes:a}=ne(t,this.#e.draft,n);if(e.submittedAt!==null||e.stage===`SETTLED`){let t=i.note.trim()===n.note.trim()?this.#e.late:i.note;this.#t=n,this.#i.clear(),this.#m({panel:e,draft:n,saving:`saved`,clashes:[],late:t});return}this.#t=n;let o=P(i,n)?`saved`:`unsaved`,s=this.#e.problem instanceof d&&this.#e.problem.rule===`submitted`;this.#m({panel:e,draft:i,saving:o,problem:s?null:this.#e.problem,clashes:r?[]:[...new Set([...this.#e.clashes,...a])]}),this.#h()}async#v(e){let t=this.#s,n=(async()=>{await t,await e()})();if(this.#s=n,await n,this.#s!==n)return;this.#s=void 0;let r=this.#c;this.#c=void 0,r&&!Tt(r,this.#e.panel)&&this.#_(r)}async#y(e){for(let t=0;t<5&&!P(this.#e.draft,this.#t)&&this.#e.panel;t++){let t=this.#e.draft;this.#m({saving:`saving`});try{this.#_(await this.#r.save(this.#e.panel.version,t,e),t),this.#l=0}catch(e){if(!await this.#b(e,t))return}}}async#b(e,t){if(e instanceof l)return this.#m({saving:`away`}),clearTimeout(this.#o),this.#o=setTimeout(()=>this.flush(),E(this.#l++)),!1;if(wt(e)){let n=t.extra.filter(e=>!this.#t.extra.includes(e)).join(`; `);return this.#m({draft:{...this.#e.draft,extra:this.#t.extra},saving:`saved`,notTaken:{text:n,problem:e}}),this.#h(),!0}return e instanceof d&&e.code===`CONFLICT`&&await this.#x()&&!P(this.#e.draft,this.#t)?!0:(this.#m({saving:`unsaved`,problem:e}),!1)}async#x(){try{return this.#_(await this.#r.load()),!0}catch{return!1}}async#S(e,t){if(this.#e.wish||!this.#e.panel)return!1;clearTimeout(this.#o),this.#m({wish:e,problem:null,notTaken:null,clashes:[]});let n=!1;return await this.#v(async()=>{try{await t(),this.#u=void 0,n=!0}catch(e){let t=e instanceof d&&e.code===`CONFLICT`&&await this.#x()&&e.rule===`changed`&&this.#e.panel?.submittedAt;this.#m({problem:t?null:e})}}),this.#m({wish:null}),this.flush(),n}#C(...e){let t=JSON.stringify(e);return this.#u?.wish!==t&&(this.#u={wish:t,key:xt()}),this.#u.key}},wt=e=>e instanceof d&&(e.rule===`address`||e.field.includes(`extraAddresses`));function Tt(e,t){return t!==null&&e.stage===t.stage&&e.followUp?.id===t.followUp?.id&&e.version<t.version}var Et=e=>e.followUp??`${e.conversation.source}/${e.conversation.id}`;function Dt({target:e,session:t,tell:n,onList:r}){let a=i(),{t:o}=a,s=yt(a),c=t.token??``,l=(0,w.useMemo)(()=>new Ct(ye(e,c,s),bt(Et(e))),[e,c,s]),u=(0,w.useSyncExternalStore)(l.subscribe,l.get);Ot(l),kt(u.panel,e,c,n);let f=u.problem instanceof d&&u.problem.code===`DENIED`,{check:p}=t;(0,w.useEffect)(()=>{f&&p()},[f,p]);let{panel:m,problem:h}=u;if(!m)return(0,L.jsxs)(`main`,{className:`centre`,children:[(0,L.jsx)(`p`,{role:`status`,className:`muted`,children:h?G(h,o):o(u.liveness===`reconnecting`?`problem.unreachable`:`panel.loading`)}),(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:r,children:o(`list.back`)})]});let g=m.stage===`SETTLED`;return(0,L.jsxs)(`main`,{className:`window`,children:[(0,L.jsx)(_t,{panel:m,liveness:u.liveness,onList:r}),m.earlier&&(0,L.jsx)(Ve,{followUp:m.earlier}),g?(0,L.jsx)(Le,{panel:m,store:l,state:u,onNext:e.conversation&&(()=>void l.next())}):(0,L.jsx)(gt,{panel:m,store:l,state:u,session:t}),!g&&(0,L.jsx)(ke,{panel:m,store:l,state:u})]})}function Ot(e){(0,w.useEffect)(()=>{e.start();let t=()=>e.flush(!0),n=()=>document.hidden&&t();return window.addEventListener(`blur`,t),window.addEventListener(`pagehide`,t),document.addEventListener(`visibilitychange`,n),()=>{window.removeEventListener(`blur`,t),window.removeEventListener(`pagehide`,t),document.removeEventListener(`visibilitychange`,n),e.stop()}},[e])}function kt(e,t,n,r){let i=t.conversation,a=e?.followUp?e.followUp.state.toLowerCase():`open`,o=e?.version;(0,w.useEffect)(()=>{if(!i||o===void 0)return;let e=new AbortController;return c(fe,{conversation:i},{token:n,signal:e.signal}).then(({canClose:e})=>r({conversation:i.id,canClose:e.canClose,state:a}),()=>{}),()=>e.abort()},[i,o,a,n,r])}function At({page:e,session:t}){let{t:n}=i();return(0,L.jsx)(`main`,{className:`centre`,children:(0,L.jsxs)(`div`,{className:`door`,children:[(0,L.jsx)(`h1`,{children:n(`panel.title`)}),e.name&&(0,L.jsx)(`p`,{className:`muted`,children:(0,L.jsx)(`bdi`,{children:e.name})}),(0,L.jsx)(`p`,{role:`status`,children:t.ended?n(`signedOut.ended`):n(`signedOut.lead`)}),(0,L.jsx)(`button`,{type:`button`,className:`button primary wide`,onClick:t.signIn,children:n(`signedOut.button`)}),t.address!==null&&(0,L.jsx)(jt,{address:t.address,session:t})]})})}function jt({address:e,session:t}){let{t:n}=i(),[r,a]=(0,w.useState)(``),[o,s]=(0,w.useState)(null);return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsxs)(`p`,{className:`small muted`,role:`status`,children:[n(t.blocked?`signedOut.blocked`:`signedOut.pending`),` `,t.blocked&&(0,L.jsx)(`a`,{href:e,target:`_blank`,rel:`noreferrer`,children:n(`signedOut.open`)})]}),(0,L.jsxs)(`form`,{className:`code-entry`,onSubmit:async e=>{e.preventDefault(),s(null),await t.redeem(r.trim()).catch(s)},children:[(0,L.jsx)(`label`,{htmlFor:`sign-in-code`,children:n(`signedOut.code`)}),(0,L.jsx)(`span`,{className:`small muted`,id:`sign-in-code-hint`,children:n(`signedOut.codeHint`)}),(0,L.jsxs)(`div`,{className:`row`,children:[(0,L.jsx)(`input`,{id:`sign-in-code`,className:`input`,inputMode:`numeric`,autoComplete:`one-time-code`,maxLength:12,value:r,onChange:e=>a(e.target.value),"aria-describedby":`sign-in-code-hint`,"aria-invalid":o!==null}),(0,L.jsx)(`button`,{type:`submit`,className:`button`,disabled:r.trim()===``,children:n(`signedOut.codeButton`)})]}),o&&(0,L.jsx)(`p`,{className:`problem`,role:`alert`,children:G(o,n)})]})]})}function Mt(e){let t=`postchat:token:${e}`,[n,r]=(0,w.useState)(()=>Nt(t)),[i,a]=(0,w.useState)({name:``,language:``}),[o,s]=(0,w.useState)(!1),[l,u]=(0,w.useState)(null),[f,p]=(0,w.useState)(!1),m=(0,w.useRef)(``),h=(0,w.useRef)(null),g=(0,w.useCallback)(e=>{$(t,e),r(e),s(!1),u(null)},[t]),_=(0,w.useCallback)(()=>{n!==null&&c(ie,{},{token:n}).then(({viewer:e})=>a({name:e.name,language:e.person?.language??``}),e=>{e instanceof d&&e.code===`DENIED`&&($(t,null),r(null),s(!0))})},[n,t]);(0,w.useEffect)(_,[_]),(0,w.useEffect)(()=>{let e=({source:e,origin:t,data:n})=>{t===location.origin&&e!==null&&e===h.current&&n?.type===`postchat:token`&&n.nonce===m.current&&typeof n.token==`string`&&g(n.token)};return window.addEventListener(`message`,e),()=>window.removeEventListener(`message`,e)},[g]);let v=()=>{m.current||=xt();let t=new URL(`panel/${encodeURIComponent(e)}/sign-in#nonce=${m.current}`,document.baseURI).href;h.current=window.open(t,`postchat-sign-in`,`popup,width=460,height=640`),u(t),p(h.current===null)},y=async t=>{let n=await c(oe,{input:{source:e,nonce:m.current,code:t}},{token:``});n.redeemPanelCode&&g(n.redeemPanelCode.token)},b=()=>{n!==null&&(c(ae,{},{token:n,last:!0}).catch(()=>{}),$(t,null),r(null))};return{token:n,...i,ended:o,address:l,blocked:f,signIn:v,redeem:y,signOut:b,check:_}}function Nt(e){try{return sessionStorage.getItem(e)}catch{return null}}function $(e,t){try{t===null?sessionStorage.removeItem(e):sessionStorage.setItem(e,t)}catch{}}function Pt({source:e,vendor:t,frameOrigins:n}){let[r,i]=(0,w.useState)(()=>Ft(e)),a=(0,w.useRef)(new Set);return(0,w.useEffect)(()=>f(t,{origins:n,open:t=>i(n=>n?.conversation?.id===t?n:{conversation:{source:e,id:t}}),watch:e=>(a.current.add(e),()=>void a.current.delete(e))}),[e,t,n]),(0,w.useEffect)(()=>{let t=()=>i(Ft(e));return window.addEventListener(`hashchange`,t),()=>window.removeEventListener(`hashchange`,t)},[e]),{target:r,open:i,tell:(0,w.useCallback)(e=>{for(let t of a.current)t(e)},[])}}function Ft(e){let t=new URLSearchParams(location.hash.slice(1)),n=t.get(`conversation`),r=t.get(`follow-up`);return r?{followUp:r}:n?{conversation:{source:e,id:n}}:null}var It=50;function Lt({token:e,session:t,onOpen:n}){let{t:r}=i(),a=t.check,[o,s]=(0,w.useState)(``),[l,u]=(0,w.useState)(`live`);(0,w.useEffect)(()=>D(le,{},{token:e,next:({followUpsChanged:e})=>s(e.cursor),refused:a,status:u}),[e,a]);let{result:f,problem:p}=Q(o,t=>c(ce,{first:It},{token:e,signal:t}),50);(0,w.useEffect)(()=>{p instanceof d&&p.code===`DENIED`&&a()},[p,a]);let m=f?.followUps.nodes;return(0,L.jsxs)(`main`,{className:`page`,children:[(0,L.jsxs)(`header`,{className:`head`,children:[(0,L.jsx)(`h1`,{children:r(`panel.openAChat`)}),(0,L.jsx)(`p`,{className:`muted`,children:r(`panel.openAChatMore`)})]}),(0,L.jsxs)(`section`,{"aria-labelledby":`waiting`,children:[(0,L.jsx)(`h2`,{id:`waiting`,children:r(`list.title`)}),(0,L.jsxs)(`p`,{className:`muted small`,role:`status`,children:[m&&(m.length>0?r(`list.count`,{count:m.length}):r(`list.empty`)),p&&G(p,r),!p&&l===`reconnecting`&&r(`panel.live.reconnecting`)]}),m&&m.length>0&&(0,L.jsx)(`ul`,{className:`waiting`,children:m.map(e=>(0,L.jsx)(`li`,{children:(0,L.jsx)(Rt,{followUp:e,onOpen:n})},e.id))}),f?.followUps.pageInfo.hasNextPage&&(0,L.jsx)(`p`,{className:`muted small`,children:r(`list.more`,{count:It})})]}),(0,L.jsx)(He,{session:t})]})}function Rt({followUp:e,onOpen:t}){let{t:n,language:r}=i(),{visitor:a,closedAt:o}=e.chat;return(0,L.jsxs)(`button`,{type:`button`,className:`waiting-chat`,onClick:()=>t(e.id),children:[(0,L.jsx)(`span`,{className:`waiting-who`,children:(0,L.jsx)(`bdi`,{children:U(a.name||a.email)||n(`panel.visitor`)})}),(0,L.jsxs)(`span`,{className:`waiting-number muted`,children:[`#`,e.number]}),(0,L.jsxs)(`span`,{className:`muted small`,children:[(0,L.jsx)(`bdi`,{children:e.campaign.name}),` · `,n(`list.since`,{time:q(e.waitsSince??o,r)})]}),(0,L.jsxs)(`span`,{className:`small waiting-until`,children:[n(`state.${e.state}`),e.sendsAt&&` · ${n(`list.until`,{time:q(e.sendsAt,r)})}`]})]})}function zt({page:e}){let{speak:t}=i(),n=Mt(e.source),{target:r,open:a,tell:o}=Pt(e);return(0,w.useEffect)(()=>t(n.language),[n.language,t]),n.token===null?(0,L.jsx)(At,{page:e,session:n}):r?(0,L.jsx)(Dt,{target:r,session:n,tell:o,onList:()=>a(null)},`${Et(r)} ${n.token}`):(0,L.jsx)(Lt,{token:n.token,session:n,onOpen:e=>a({followUp:e})})}o((0,L.jsx)(zt,{page:e()}));