import{i as e,n as t,o as n}from"./styles-k24HuYNP.js";import{a as r,i,n as a,r as o,t as s}from"./mount-BOIIdQ1b.js";import{a as c,i as l,n as u,r as d,t as f}from"./client-CqsYOLq5.js";import{t as p}from"./preload-helper-BQUUbbNx.js";import{r as m}from"./host-CfDeytoa.js";var h=r(),g=e=>t([e]).toUpperCase();function _(e){return typeof e==`object`&&!!e}var v=`x-graphql-event-stream-token`;function y(e){if(e=e,e!==`next`&&e!==`complete`)throw Error(`Invalid stream event "${e}"`);return e}function b(e,t){if(t)try{t=JSON.parse(t)}catch{throw Error(`Invalid stream data`)}if(e===`next`&&!t)throw Error(`Stream data must be an object for "next" events`);return t||null}var x;(function(e){e[e.NewLine=10]=`NewLine`,e[e.CarriageReturn=13]=`CarriageReturn`,e[e.Space=32]=`Space`,e[e.Colon=58]=`Colon`})(x||={});function S(){let e,t,n,r=!1,i={event:``,data:``},a=[],o=new TextDecoder;return function(s){if(e===void 0)e=s,t=0,n=-1;else{let t=new Uint8Array(e.length+s.length);t.set(e),t.set(s,e.length),e=t}let c=e.length,l=0;for(;t<c;){r&&=(e[t]===x.NewLine&&(l=++t),!1);let s=-1;for(;t<c&&s===-1;++t)switch(e[t]){case x.Colon:n===-1&&(n=t-l);break;case x.CarriageReturn:r=!0;case x.NewLine:s=t}if(s===-1)break;if(l===s){if(i.event||i.data){if(!i.event)throw Error(`Missing message event`);let e=y(i.event),t=b(e,i.data);a.push({event:e,data:t}),i={event:``,data:``}}}else if(n>0){let t=e.subarray(l,s),r=o.decode(t.subarray(0,n)),a=n+(t[n+1]===x.Space?2:1),c=o.decode(t.subarray(a));switch(r){case`event`:i.event=c;break;case`data`:i.data=i.data?i.data+`
`+c:c}}l=t,n=-1}if(l===c){e=void 0;let t=[...a];return a=[],t}l!==0&&(e=e.subarray(l),t-=l)}}function C(e){let{singleConnection:t=!1,lazy:n=!0,lazyCloseTimeout:r=0,onNonLazyError:i=console.error,generateID:a=function(){return`xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`.replace(/[xy]/g,e=>{let t=Math.random()*16|0;return(e==`x`?t:t&3|8).toString(16)})},retryAttempts:o=5,retry:s=async function(e){let t=1e3;for(let n=0;n<e;n++)t*=2;await new Promise(e=>setTimeout(e,t+Math.floor(Math.random()*2700+300)))},credentials:c=`same-origin`,referrer:l,referrerPolicy:u,onMessage:d,on:f}=e,p=e.fetchFn||fetch,m=e.abortControllerImpl||AbortController,h=(()=>{let e=!1,t=[];return{get disposed(){return e},onDispose(n){return e?(setTimeout(()=>n(),0),()=>{}):(t.push(n),()=>{t.splice(t.indexOf(n),1)})},dispose(){if(!e){e=!0;for(let e of[...t])e()}}}})(),g,_,y=0,b=null,x=0;async function S(){try{if(h.disposed)throw Error(`Client has been disposed`);return await(_??=(async()=>{var t,n;if(b){if(await s(x),g.signal.aborted)throw Error(`Connection aborted by the client`);x++}(t=f?.connecting)==null||t.call(f,!!b),g=new m;let r=h.onDispose(()=>g.abort());g.signal.addEventListener(`abort`,()=>{r(),_=void 0});let i=e,a=typeof i.url==`function`?await i.url(void 0):i.url;if(g.signal.aborted)throw Error(`Connection aborted by the client`);let o=typeof i.headers==`function`?await i.headers(void 0):i.headers??{};if(g.signal.aborted)throw Error(`Connection aborted by the client`);let y;try{y=await p(a,{signal:g.signal,method:`PUT`,credentials:c,referrer:l,referrerPolicy:u,headers:o})}catch(e){throw new w(e)}if(y.status!==201)throw new w(y);o[v]=await y.text();let S=await E({signal:g.signal,headers:o,credentials:c,referrer:l,referrerPolicy:u,url:a,fetchFn:p,onMessage:e=>{var t;(t=f?.message)==null||t.call(f,e),d?.(e)}});return(n=f?.connected)==null||n.call(f,!!b),S.waitForThrow().catch(()=>_=void 0),S})())}catch(e){throw _=void 0,e}}t&&!n&&(async()=>{for(y++;;)try{let{waitForThrow:e}=await S();await e()}catch(e){if(h.disposed)return;if(!(e instanceof w)||(_=void 0,!o||x>=o))return i?.(e);b=e}})();function C(i,v,C){if(!t){let t=new m,n=h.onDispose(()=>{n(),t.abort()});return(async()=>{var n,r,a,m;let h=null,g=0;for(;;)try{if(h){if(await s(g),t.signal.aborted)throw Error(`Connection aborted by the client`);g++}(n=f?.connecting)==null||n.call(f,!!h),(r=C?.connecting)==null||r.call(C,!!h);let o=e,_=typeof o.url==`function`?await o.url(i):o.url;if(t.signal.aborted)throw Error(`Connection aborted by the client`);let y=typeof o.headers==`function`?await o.headers(i):o.headers??{};if(t.signal.aborted)throw Error(`Connection aborted by the client`);let{getResults:b}=await E({signal:t.signal,headers:{...y,"content-type":`application/json; charset=utf-8`},credentials:c,referrer:l,referrerPolicy:u,url:_,body:JSON.stringify(i),fetchFn:p,onMessage:e=>{var t,n;(t=f?.message)==null||t.call(f,e),(n=C?.message)==null||n.call(C,e),d?.(e)}});(a=f?.connected)==null||a.call(f,!!h),(m=C?.connected)==null||m.call(C,!!h);for await(let e of b())h=null,g=0,v.next(e);return t.abort()}catch(e){if(t.signal.aborted)return;if(!(e instanceof w)||!o||g>=o)throw e;h=e}})().then(()=>v.complete()).catch(e=>v.error(e)),()=>t.abort()}y++;let T=new m,D=h.onDispose(()=>{D(),T.abort()});return(async()=>{let e=a();i={...i,extensions:{...i.extensions,operationId:e}};let t=null;for(;;){t=null;try{let{url:n,headers:r,getResults:a}=await S(),o;try{o=await p(n,{signal:T.signal,method:`POST`,credentials:c,referrer:l,referrerPolicy:u,headers:{...r,"content-type":`application/json; charset=utf-8`},body:JSON.stringify(i)})}catch(e){throw new w(e)}if(o.status!==202)throw new w(o);t=async()=>{let t;try{let i=new m,a=h.onDispose(()=>{a(),i.abort()});t=await p(n+`?operationId=`+e,{signal:i.signal,method:`DELETE`,credentials:c,referrer:l,referrerPolicy:u,headers:r})}catch(e){throw new w(e)}if(t.status!==200)throw new w(t)};for await(let t of a({signal:T.signal,operationId:e}))b=null,x=0,v.next(t);return t=null,T.abort()}catch(e){if(T.signal.aborted)return await t?.();if(!(e instanceof w)||(n&&(_=void 0),!o||x>=o))throw T.abort(),e;b=e}finally{T.signal.aborted&&--y===0&&(isFinite(r)&&r>0?setTimeout(()=>{y||g.abort()},r):g.abort())}}})().then(()=>v.complete()).catch(e=>v.error(e)),()=>T.abort()}return{subscribe:C,iterate(e,t){let n=[],r={done:!1,error:null,resolve:()=>{}},i=C(e,{next(e){n.push(e),r.resolve()},error(e){r.done=!0,r.error=e,r.resolve()},complete(){r.done=!0,r.resolve()}},t),a=(async function*(){for(;;){for(n.length||await new Promise(e=>r.resolve=e);n.length;)yield n.shift();if(r.error)throw r.error;if(r.done)return}})();return a.throw=async e=>(r.done||(r.done=!0,r.error=e,r.resolve()),{done:!0,value:void 0}),a.return=async()=>(i(),{done:!0,value:void 0}),a},dispose(){h.dispose()}}}var w=class extends Error{constructor(e){let t,n;T(e)?(n=e,t=`Server responded with `+e.status+`: `+e.statusText):t=e instanceof Error?e.message:String(e),super(t),this.name=this.constructor.name,this.response=n}};function T(e){return _(e)&&typeof e.ok==`boolean`&&typeof e.status==`number`&&typeof e.statusText==`string`}async function E(e){let{signal:t,url:n,credentials:r,headers:i,body:a,referrer:o,referrerPolicy:s,fetchFn:c,onMessage:l}=e,u={},d={},f;try{f=await c(n,{signal:t,method:a?`POST`:`GET`,credentials:r,referrer:o,referrerPolicy:s,headers:{...i,accept:`text/event-stream`},body:a})}catch(e){throw new w(e)}if(!f.ok)throw new w(f);if(!f.body)throw Error(`Missing response body`);let p=null,m;return(async()=>{var e;try{let t=S();for await(let n of D(f.body)){if(typeof n==`string`)throw p=Error(`Unexpected string chunk "${n}"`);let r;try{r=t(n)}catch(e){throw p=e}if(r)for(let t of r){try{l?.(t)}catch(e){throw p=e}let n=t.data&&`id`in t.data?t.data.id:``;switch(n in d||(d[n]=[]),t.event){case`next`:n?d[n].push(t.data.payload):d[n].push(t.data);break;case`complete`:d[n].push(`complete`);break;default:throw p=Error(`Unexpected message event "${t.event}"`)}(e=u[n])==null||e.proceed()}}if(Object.keys(u).length)throw Error(`Connection closed while having active streams`)}catch(e){p=!p&&Object.keys(u).length?new w(e):e,m?.(p)}finally{Object.values(u).forEach(({proceed:e})=>e())}})(),{url:n,headers:i,waitForThrow:()=>new Promise((e,t)=>{if(p)return t(p);m=t}),async*getResults(e){let{signal:t,operationId:n=``}=e??{};try{for(;;){for(;d[n]?.length;){let e=d[n].shift();if(e===`complete`)return;yield e}if(p)throw p;if(t?.aborted)throw Error(`Getting results aborted by the client`);await new Promise(e=>{let r=()=>{t?.removeEventListener(`abort`,r),delete u[n],e()};t?.addEventListener(`abort`,r),u[n]={proceed:r}})}}finally{delete d[n]}}}}function D(e){return typeof Object(e)[Symbol.asyncIterator]==`function`?(e=e,e):(async function*(){let t=e.getReader(),n;do n=await t.read(),n.value!==void 0&&(yield n.value);while(!n.done)})()}var ee=15e3,O=(e,t=Math.random())=>Math.min(ee,1e3*2**e)*(.5+t/2);function k(e,t,n){let r=C({url:d(),credentials:`omit`,headers:{Authorization:`Bearer ${n.token}`},retryAttempts:0}),i={query:e.toString(),variables:t},a,o,s=0,c=()=>{a=void 0,n.status(`reconnecting`),o=setTimeout(l,O(s++))},l=()=>{clearTimeout(o),a||document.hidden||(a=r.subscribe(i,{next:({data:e,errors:t})=>{let r=t?.[0];if(r)return n.refused(new f(r.message,r.extensions));s=0,n.status(`live`),e&&n.next(e)},error:async e=>{let t=await te(e);if(!t)return c();a=void 0,n.refused(t)},complete:()=>a&&c()}))},u=()=>{clearTimeout(o);let e=a;a=void 0,e?.()},p=()=>{clearTimeout(o),document.hidden?o=setTimeout(u,500):l()};return document.addEventListener(`visibilitychange`,p),l(),()=>{document.removeEventListener(`visibilitychange`,p),u(),r.dispose()}}async function te(e){let t=e.response;if(!(t instanceof Response)||t.status>=500||t.status===429)return;let n=(await t.clone().json().catch(()=>void 0))?.errors?.[0];return n&&new f(n.message,n.extensions)}var A={codes:null,extra:[],note:``,urgent:!1,starred:[],covered:[],lifted:[]};function ne({codes:e,extraAddresses:t,note:n,urgent:r,starred:i,covered:a,lifted:o}){return{codes:e,extra:t.map(e=>e.text),note:n,urgent:r,starred:i,covered:a.map(re),lifted:o.map(re)}}var re=({message:e,start:t,end:n})=>({message:e,start:t,end:n});function j({extra:e,...t}){return{...t,extraAddresses:e.join(`; `)}}var M=(e,t)=>JSON.stringify(e)===JSON.stringify(t);function N(e,t,n){return e===`note`?t.note.trim()===n.note.trim():M(t[e],n[e])}var P=Object.keys(A),F=(e,t)=>P.every(n=>N(n,e,t));function ie(e,t,n){let r=n=>N(n,e,t),i=P.filter(i=>!ae(i)&&!r(i)&&!N(i,e,n)&&!N(i,t,n));return{draft:{codes:r(`codes`)?n.codes:t.codes,note:r(`note`)&&e.note!==n.note&&t.note.trim()!==n.note?n.note:t.note,urgent:r(`urgent`)?n.urgent:t.urgent,extra:I(e.extra,t.extra,n.extra),starred:I(e.starred,t.starred,n.starred),covered:I(e.covered,t.covered,n.covered),lifted:I(e.lifted,t.lifted,n.lifted)},clashes:i}}var ae=e=>Array.isArray(A[e]);function I(e,t,n){if(M(e,t))return n;let r=(e,t)=>e.some(e=>M(e,t)),i=t.filter(t=>!r(e,t)&&!r(n,t));return[...n.filter(n=>r(t,n)||!r(e,n)),...i]}var L=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new L(`
    fragment VisitorParts on Visitor {
  name
  email
  phone
}
    `,{fragmentName:`VisitorParts`}),new L(`
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
    `,{fragmentName:`MessageParts`}),new L(`
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
    `,{fragmentName:`FollowUpParts`}),new L(`
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
}`,{fragmentName:`PanelParts`});var oe=new L(`
    query Me {
  viewer {
    name
    person {
      language
    }
  }
}
    `),se=new L(`
    mutation SignOut {
  signOut(input: {}) {
    ended
  }
}
    `),ce=new L(`
    mutation RedeemCode($input: RedeemPanelCodeInput!) {
  redeemPanelCode(input: $input) {
    token
  }
}
    `),le=new L(`
    mutation SendAgain($input: SendAgainInput!) {
  sendAgain(input: $input) {
    followUp {
      id
    }
  }
}
    `),ue=new L(`
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
    `),de=new L(`
    subscription FollowUpsChanged {
  followUpsChanged {
    cursor
  }
}
    `),fe=new L(`
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
    `),pe=new L(`
    query SuggestAddresses($campaign: ID!, $prefix: String!) {
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {
    address {
      text
    }
  }
}
    `),me=new L(`
    query CanClose($conversation: ConversationInput!) {
  canClose(conversation: $conversation) {
    canClose
  }
}
    `),he=new L(`
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
}`),ge=new L(`
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
}`),_e=new L(`
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
}`),ve=new L(`
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
}`),ye=new L(`
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
}`),be=new L(`
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
}`);function xe(e,t,n){let r={token:t},i=async()=>(await l(he,{...e,language:n},r)).panel;return{load:i,save:async(t,a,o)=>(await l(_e,{language:n,input:{...e,version:t,...j(a)}},{...r,last:o})).saveDraft?.panel??i(),submit:async(t,a,o)=>(await l(ve,{language:n,input:{...e,version:t,...j(a),idempotencyKey:o}},r)).submitFollowUp?.panel??i(),undo:async()=>(await l(ye,{language:n,input:e},r)).undoFollowUp?.panel??i(),sendNow:async(e,t)=>(await l(be,{language:n,input:{followUp:e,idempotencyKey:t}},r)).sendFollowUpNow?.panel??i(),sendAgain:async(e,t,n)=>(await l(le,{input:{followUp:e,to:`OTHERS`,addresses:t,idempotencyKey:n}},r),i()),watch:({next:r,refused:i,status:a})=>k(ge,{...e,language:n},{token:t,next:e=>r(e.panelChanged.panel),refused:i,status:a})}}var R=i();function z({tone:e,children:t}){return(0,R.jsxs)(`span`,{className:`state ${e}`,children:[(0,R.jsxs)(`svg`,{viewBox:`0 0 10 10`,width:`10`,height:`10`,"aria-hidden":`true`,children:[e===`ok`&&(0,R.jsx)(`circle`,{cx:`5`,cy:`5`,r:`4.5`,fill:`currentColor`}),e===`wait`&&(0,R.jsx)(`circle`,{cx:`5`,cy:`5`,r:`3.5`,fill:`none`,stroke:`currentColor`,strokeWidth:`2`}),e===`bad`&&(0,R.jsx)(`path`,{d:`M5 0l5 5-5 5-5-5z`,fill:`currentColor`})]}),t]})}var B=(e,t)=>e.message===t.message&&e.start<=t.start&&t.end<=e.end,Se=(e,t)=>e.message===t.message&&e.start===t.start&&e.end===t.end;function Ce(e,t,{covered:n,lifted:r,suggested:i}){let a=[...t],o=t=>t.message===e&&t.start<t.end,s=n.filter(o),c=i.filter(o),l=[0,a.length,...[...s,...c].flatMap(({start:e,end:t})=>[e,t])],u=[...new Set(l.filter(e=>e>=0&&e<=a.length))].sort((e,t)=>e-t);return u.slice(0,-1).map((t,n)=>{let i=u[n+1]??t,o=e=>e.start<=t&&i<=e.end,l=s.find(o),d=c.filter(o),f=V(d,r)[0],p=l??f??d[0],m=p?{message:e,start:p.start,end:p.end}:{message:e,start:t,end:i},h=l?`covered`:f?`suggested`:d[0]?`lifted`:`none`;return{start:t,end:i,text:a.slice(t,i).join(``),cover:h,stretch:m}})}var V=(e,t)=>e.filter(e=>!t.some(t=>B(t,e)));function we({cover:e,stretch:t},{covered:n,lifted:r}){let i=e=>e.filter(e=>!Se(e,t));switch(e){case`covered`:return{covered:i(n),lifted:r};case`suggested`:return{covered:n,lifted:[...r,t]};case`lifted`:return{covered:n,lifted:r.filter(e=>!B(e,t))};default:return{covered:H([...n,t]),lifted:r}}}function H(e){let t=[];for(let n of[...e].sort((e,t)=>e.message.localeCompare(t.message)||e.start-t.start)){let e=t.at(-1);e&&e.message===n.message&&n.start<=e.end?e.end=Math.max(e.end,n.end):t.push({...n})}return t}function Te(e,t,n){let r=De(e.text),i=r.findLastIndex(e=>e.trim()!==``),a=r.findIndex(e=>e.trim()!==``),o=e.start;return r.map((r,s)=>{let c=o;return o+=U(r),r.trim()===``?{text:r,stretch:null}:{text:r,stretch:{message:e.stretch.message,start:s===a&&t?.cover===`covered`?e.start:c,end:s===i&&n?.cover===`covered`?e.end:o}}})}var Ee=/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u;function De(e){return e.split(/(\s+)/).filter(e=>e!==``).flatMap(e=>Ee.test(e)?[...new Intl.Segmenter(void 0,{granularity:`word`}).segment(e)].map(e=>e.segment):[e])}var U=e=>[...e].length;function W(e){return e.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,e=>{let t=e.charCodeAt(0);return e===`
`||e===`	`?e:t<32?String.fromCharCode(9216+t):t===127?`␡`:`�`})}var G=e({english:{"panel.title":`Follow-up`,"panel.openAChat":`Open a chat to begin`,"panel.openAChatMore":`The chat that is open in your chat app shows up here by itself.`,"panel.loading":`One moment…`,"panel.visitor":`Visitor`,"panel.chatOpen":`Chat open`,"panel.live.reconnecting":`Connecting again…`,"panel.dismiss":`Dismiss`,"signedOut.lead":`Sign in once to give chats their codes and send them on.`,"signedOut.ended":`Your sign-in has ended. What you wrote is kept.`,"signedOut.button":`Sign in`,"signedOut.pending":`Sign in in the window that has opened.`,"signedOut.blocked":`The browser has opened no window.`,"signedOut.open":`Open the sign-in page`,"signedOut.code":`Code that the page shows`,"signedOut.codeHint":`Only where the page shows one.`,"signedOut.codeButton":`Use the code`,"account.name":`Signed in as {name}`,"account.signOut":`Sign out`,"list.title":`Waiting chats`,"list.count":{one:`{count} chat waits`,other:`{count} chats wait`},"list.empty":`No chat waits for anybody.`,"list.more":{one:`Only the {count} oldest are shown.`,other:`Only the {count} oldest are shown.`},"list.until":`by itself at {time}`,"list.since":`since {time}`,"list.back":`All waiting chats`,"codes.title":`Success codes`,"codes.titleOne":`Success code`,"codes.required":`required`,"codes.several":`one or more`,"codes.vendor":`From the chat app: {codes}`,"codes.useVendor":`Use the chat app’s: {codes}`,"codes.unknown":`{code} is no code of this campaign.`,"codes.retired":`{code} is not in use any more.`,"codes.none":`This campaign has no codes yet.`,"envelope.title":`Goes to`,"envelope.summary":{one:`Goes to {count} address: {addresses}`,other:`Goes to {count} addresses: {addresses}`},"envelope.nobody":`Goes to nobody`,"envelope.STANDARD_EMPTY":`Nobody is named for chats without a code.`,"envelope.CODES_UNADDRESSED":`Nobody is named for these codes.`,"envelope.firstTime":`first time`,"envelope.outside":`outside your company`,"envelope.remove":`Remove {address}`,"envelope.add":`Add an address`,"envelope.addButton":`Add`,"note.title":`Note`,"note.placeholder":`On top of the mail. The visitor does not see it.`,"note.left":{one:`{count} character left`,other:`{count} characters left`},"note.over":{one:`{count} character too many`,other:`{count} characters too many`},"note.urgent":`Urgent`,"transcript.title":`Transcript`,"transcript.messages":{one:`{count} message`,other:`{count} messages`},"transcript.starred":{one:`{count} starred`,other:`{count} starred`},"transcript.covered":{one:`{count} covered`,other:`{count} covered`},"transcript.star":`Begin the mail with this line`,"transcript.private":`private note`,"transcript.file":`File: {name}`,"transcript.empty":`No message is known yet.`,"cover.mode":`Cover words`,"cover.help":`Press the words to cover. With the keyboard: arrows move, space covers. The mail has black in their place.`,"cover.selection":`Cover the selection`,"cover.on":`Covered in the mail: {text}`,"cover.off":`Not covered: {text}`,"cover.CARD":`Looks like a card number. Press to leave it readable.`,"cover.IBAN":`Looks like an account number. Press to leave it readable.`,"cover.SECURITY_CODE":`Looks like a card’s security code. Press to leave it readable.`,"preview.title":`Preview of the mail`,"preview.subject":`Subject`,"preview.from":`From`,"preview.replyTo":`Replies go to`,"preview.html":`As it looks`,"preview.plain":`Plain text`,"ok.button":`OK, send`,"ok.open":`OK, send when the chat closes`,"ok.sending":`One moment…`,"wait.hold":`Goes by itself in {time}.`,"wait.limit":`Waits for OK until {time}, then goes as it is.`,"wait.code":`Waits for a code until {time}, then goes without.`,"wait.transcript":`The transcript is still being fetched.`,"wait.reopened":`The chat was opened again; its next close counts.`,"wait.open":`What you choose is kept until the chat closes.`,"sending.in":`Sending to {count} in {seconds} s`,"sending.now":`Sending to {count}…`,"sending.open":`Goes to {count} when the chat closes`,"sending.transcript":`Goes to {count} once the transcript is here`,"sending.nobody":`Closing without a mail…`,"sending.by":`OK by {name}`,"sending.undo":`Undo`,"sending.sendNow":`Send now`,"sending.kept":`OK pressed. It can be undone.`,"sending.undone":`Undone. Nothing was sent.`,"receipt.title":`Receipt`,"receipt.number":`Follow-up {number}`,"receipt.nobody":`Nobody was mailed.`,"receipt.history":`History`,"receipt.nextTry":`next try {time}`,"receipt.another":`Send to another address`,"receipt.send":`Send`,"receipt.details":`What was sent`,"earlier.title":`This conversation was sent before`,"next.prepare":`Prepare the next`,"next.hint":`For when the conversation goes on and closes again.`,"save.saved":`Saved`,"save.unsaved":`Not saved yet`,"save.saving":`Saving…`,"save.away":`The server does not answer. What you wrote is kept here and saved as soon as it does.`,"keys.title":`Keys`,"keys.on":`Hot-keys`,"keys.codes":`codes`,"keys.note":`note`,"keys.address":`address`,"keys.ok":`OK`,late:`This came too late and is not in the mail:`,clash:`Somebody else changed this too, and what you wrote is kept: {fields}`,"field.codes":`codes`,"field.extra":`addresses`,"field.note":`note`,"field.urgent":`urgent`,"field.starred":`stars`,"field.covered":`covered text`,"field.lifted":`lifted covers`,"rule.code_required":`Pick a code first: this campaign requires one.`,"rule.one_code":`Pick one code only.`,"rule.unknown_code":`One of the codes is not in use any more.`,"rule.changed":`Somebody else changed this meanwhile. Look at it, then press OK again.`,"rule.submitted":`Somebody else pressed OK already.`,"rule.settled":`It was sent before.`,"rule.nothing_to_undo":`There is nothing to undo any more.`,"rule.address":`This is no e-mail address.`,"problem.unreachable":`The server does not answer. Try again in a moment.`,"problem.INTERNAL":`Something went wrong on the server. Try again.`,"problem.BUSY":`Too many tries. Wait a little.`,"problem.NOT_FOUND":`Nothing is known of this chat here.`,"problem.DENIED":`You may not do this here.`},others:{de:()=>p(()=>import(`./de-gufoINeV.js`),[],import.meta.url),nl:()=>p(()=>import(`./nl-D8hszCnZ.js`),[],import.meta.url)}},{english:{"state.AWAITING_TRANSCRIPT":`Fetching transcript`,"state.AWAITING_CODE":`Needs a code`,"state.AWAITING_OK":`Waits for OK`,"state.HOLDING":`Not sent yet`,"state.NOT_FORWARDED":`Not forwarded`,"state.HELD":`Held`,"state.UNCERTAIN":`Uncertain`,"state.FAILED":`Failed`,"state.QUEUED":`On its way`,"state.SENT":`Sent`,"state.DELIVERED":`Delivered`,"delivery.QUEUED":`On its way`,"delivery.SENDING":`Being sent`,"delivery.ACCEPTED":`Sent`,"delivery.DELIVERED":`Delivered`,"delivery.DELAYED":`Delayed`,"delivery.BOUNCED":`Bounced`,"delivery.BLOCKED":`Blocked`,"delivery.COMPLAINED":`Marked as spam`,"delivery.FAILED":`Failed`,"delivery.UNCERTAIN":`Uncertain`,"delivery.HELD":`Held`},others:{de:()=>p(()=>import(`./de-CQ8rpqPp.js`),[],import.meta.url),nl:()=>p(()=>import(`./nl-DPxItJSv.js`),[],import.meta.url)}}),K=o(G),q=e=>Object.hasOwn(G.english,e);function J(e,t){if(e instanceof f){let n=[`rule.${e.rule}`,`problem.${e.code}`].find(q);return n?t(n):e.message}return e instanceof u?t(`problem.unreachable`):t(`problem.INTERNAL`)}function Oe({rule:e,message:t},n){let r=`rule.${e}`;return q(r)?n(r):t}function Y(e){let[,t]=(0,h.useState)(0),n=e===null?null:Math.max(0,Math.ceil((Date.parse(e)-c())/1e3)),r=n!==null&&n>0;return(0,h.useEffect)(()=>{if(!r)return;let e=setInterval(()=>t(e=>e+1),250);return()=>clearInterval(e)},[r]),n}function ke({panel:e,store:t,state:n,main:r,ready:i}){let{t:a}=K(),o=Y(e.sendsAt),s=e.envelope.recipients.length,c=e.followUp?.state===`AWAITING_TRANSCRIPT`,l=e.sendsAt&&e.submittedAt?(Date.parse(e.sendsAt)-Date.parse(e.submittedAt))/1e3:0,u=n.wish!==null;return(0,R.jsxs)(`div`,{className:`sending`,children:[(0,R.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:a(`sending.kept`)}),o!==null&&l>0&&(0,R.jsx)(`div`,{className:`progress`,children:(0,R.jsx)(`span`,{style:{"--part":Math.min(1,o/l)}})}),(0,R.jsxs)(`div`,{className:`sending-line`,children:[(0,R.jsxs)(`p`,{className:`sending-words`,children:[(0,R.jsx)(`strong`,{children:e.stage===`OPEN`?a(`sending.open`,{count:s}):c?a(`sending.transcript`,{count:s}):s===0?a(`sending.nobody`):o?a(`sending.in`,{count:s,seconds:o}):a(`sending.now`,{count:s})}),e.submittedBy&&(0,R.jsx)(`span`,{className:`small muted`,children:(0,R.jsx)(`bdi`,{children:a(`sending.by`,{name:e.submittedBy})})})]}),(0,R.jsxs)(`div`,{className:`row`,children:[(0,R.jsx)(`button`,{ref:r,type:`button`,className:`button`,disabled:!i,"aria-disabled":u,onClick:()=>void t.undo(),children:a(`sending.undo`)}),e.followUp&&(0,R.jsx)(`button`,{type:`button`,className:`button primary`,disabled:!i,"aria-disabled":u,onClick:()=>void t.sendNow(),children:a(`sending.sendNow`)})]})]})]})}function X(e,t,n=new Date){let r=new Date(e),i=r.toDateString()===n.toDateString();return new Intl.DateTimeFormat(t,i?{timeStyle:`short`}:{dateStyle:`medium`,timeStyle:`short`}).format(r)}function Ae(e){let t=[Math.floor(e/60)%60,e%60].map(e=>String(e).padStart(2,`0`)),n=Math.floor(e/3600);return n>0?[n,...t].join(`:`):t.join(`:`).replace(/^0/,``)}function je({panel:e,store:t,state:n}){let{t:r}=K(),i=(0,h.useRef)(null),a=e.submittedAt!==null,{ready:o,changed:s}=Pe(i,a),c=r(n.wish===`ok`?`ok.sending`:e.stage===`OPEN`?`ok.open`:`ok.button`);return(0,R.jsxs)(`footer`,{className:`footer`,children:[(0,R.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:s&&!a&&r(`sending.undone`)}),(0,R.jsx)(Fe,{store:t,state:n}),a?(0,R.jsx)(ke,{panel:e,store:t,state:n,main:i,ready:o}):(0,R.jsxs)(R.Fragment,{children:[(0,R.jsxs)(`p`,{className:`footer-line small muted`,children:[(0,R.jsx)(Le,{panel:e,told:n.problem!==null}),(0,R.jsx)(`span`,{className:`saved`,"aria-live":`polite`,children:n.saving===`away`?null:Me(n,e.version,r)})]}),(0,R.jsxs)(`button`,{ref:i,type:`button`,className:`button primary wide`,"aria-keyshortcuts":`Control+Enter`,disabled:!o,"aria-disabled":n.wish!==null,onClick:()=>void t.ok(),children:[c,(0,R.jsx)(`span`,{className:`key`,"aria-hidden":`true`,children:`Ctrl ⏎`})]})]})]})}var Me=(e,t,n)=>e.saving===`saved`?t>0?n(`save.saved`):``:n(`save.${e.saving}`),Ne=400;function Pe(e,t){let[n,r]=(0,h.useState)(t),i=(0,h.useRef)(!1),a=n===t;return(0,h.useEffect)(()=>{if(a)return;i.current=!0;let e=setTimeout(()=>r(t),Ne);return()=>clearTimeout(e)},[a,t]),(0,h.useEffect)(()=>{a&&i.current&&document.activeElement===document.body&&e.current?.focus()},[a,e]),{ready:a,changed:i.current}}function Fe({store:e,state:t}){let{t:n}=K(),r=t.clashes.map(e=>n(`field.${e}`)).join(`, `);return t.saving===`away`?(0,R.jsx)(`p`,{className:`trouble`,role:`alert`,children:n(`save.away`)}):!t.problem&&t.clashes.length===0&&!t.late?null:(0,R.jsxs)(`div`,{className:`trouble`,role:`alert`,children:[(0,R.jsxs)(`div`,{children:[(t.problem||r)&&(0,R.jsx)(`p`,{children:t.problem?J(t.problem,n):n(`clash`,{fields:r})}),(0,R.jsx)(Ie,{note:t.late})]}),(0,R.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:()=>e.dismiss(),"aria-label":n(`panel.dismiss`),title:n(`panel.dismiss`),children:(0,R.jsx)(`span`,{"aria-hidden":`true`,children:`✕`})})]})}function Ie({note:e}){let{t}=K();return e?(0,R.jsxs)(`p`,{children:[t(`late`),` `,(0,R.jsx)(`q`,{dir:`auto`,children:e})]}):null}function Le({panel:e,told:t}){let{t:n,language:r}=K(),i=Y(e.sendsAt),a=e.envelope.problems[0],{followUp:o,sendsAt:s}=e;if(a)return t?(0,R.jsx)(`span`,{}):(0,R.jsx)(`span`,{className:`warning`,children:Oe(a,n)});if(!o)return(0,R.jsx)(`span`,{children:n(`wait.open`)});let c=s?X(s,r):``;switch(o.state){case`AWAITING_TRANSCRIPT`:return(0,R.jsxs)(`span`,{children:[n(`wait.transcript`),` `,(0,R.jsx)(`bdi`,{children:W(o.reason)})]});case`AWAITING_CODE`:return(0,R.jsx)(`span`,{children:c&&n(`wait.code`,{time:c})});case`AWAITING_OK`:return(0,R.jsx)(`span`,{children:c&&n(`wait.limit`,{time:c})});default:return(0,R.jsx)(`span`,{children:i===null?n(`wait.reopened`):n(`wait.hold`,{time:Ae(i)})})}}var Re=e=>e.map(({sentence:e})=>e).join(` · `),ze=[`SENT`,`DELIVERED`,`ACCEPTED`],Be=[`FAILED`,`BOUNCED`,`BLOCKED`,`COMPLAINED`];function Z(e){return ze.includes(e)?`ok`:Be.includes(e)?`bad`:`wait`}function Ve({panel:e,store:t,state:n,onNext:r}){let{t:i}=K(),a=(0,h.useRef)(null);(0,h.useEffect)(()=>{document.activeElement===document.body&&a.current?.focus({preventScroll:!0})},[]);let{followUp:o}=e;return o?(0,R.jsxs)(`div`,{className:`form`,children:[(0,R.jsxs)(`section`,{className:`receipt`,"aria-labelledby":`receipt`,children:[(0,R.jsx)(`h2`,{id:`receipt`,ref:a,tabIndex:-1,children:i(`receipt.title`)}),(0,R.jsx)(He,{followUp:o})]}),(n.problem||n.late)&&(0,R.jsxs)(`div`,{className:`trouble`,role:`alert`,children:[n.problem&&(0,R.jsx)(`p`,{children:J(n.problem,i)}),(0,R.jsx)(Ie,{note:n.late})]}),(0,R.jsx)(We,{followUp:o.id,store:t,busy:n.wish!==null}),(0,R.jsx)(Ge,{followUp:o}),r&&(0,R.jsxs)(`p`,{className:`next`,children:[(0,R.jsx)(`button`,{type:`button`,className:`button`,onClick:r,children:i(`next.prepare`)}),(0,R.jsx)(`span`,{className:`small muted`,children:i(`next.hint`)})]})]}):null}function He({followUp:e}){let{t}=K();return e.receipt.length===0?(0,R.jsxs)(`p`,{className:`nobody`,role:`status`,children:[(0,R.jsx)(`strong`,{children:t(`receipt.nobody`)}),(0,R.jsx)(`span`,{className:`small muted`,children:e.decision?.notForwarded?t(`envelope.${e.decision.notForwarded}`):e.reason})]}):(0,R.jsx)(`ul`,{className:`recipients`,"aria-live":`polite`,"aria-relevant":`additions text`,children:e.receipt.map(e=>(0,R.jsx)(Ue,{delivery:e},e.id))})}function Ue({delivery:e}){let{t,language:n}=K(),{recipient:r,state:i,words:a,reasons:o,nextAt:s,steps:c}=e;return(0,R.jsxs)(`li`,{className:`delivery`,children:[(0,R.jsxs)(`span`,{className:`recipient-address`,children:[r.name&&(0,R.jsx)(`bdi`,{className:`recipient-name`,children:r.name}),` `,(0,R.jsx)(`bdi`,{className:r.name?`muted`:``,children:r.email})]}),(0,R.jsx)(z,{tone:Z(i),children:t(`delivery.${i}`)}),(0,R.jsx)(`span`,{className:`recipient-why small muted`,children:Re(o)}),a&&(0,R.jsx)(`span`,{className:`server-words small`,dir:`auto`,children:W(a)}),s&&(0,R.jsx)(`span`,{className:`recipient-why small muted`,children:t(`receipt.nextTry`,{time:X(s,n)})}),c.length>0&&(0,R.jsxs)(`details`,{className:`steps small`,children:[(0,R.jsx)(`summary`,{children:t(`receipt.history`)}),(0,R.jsx)(`ol`,{children:c.map(e=>(0,R.jsxs)(`li`,{children:[(0,R.jsx)(`time`,{dateTime:e.at,children:new Intl.DateTimeFormat(n,{timeStyle:`medium`}).format(new Date(e.at))}),` `,t(`delivery.${e.state}`),e.words&&(0,R.jsx)(`span`,{className:`server-words`,dir:`auto`,children:W(e.words)})]},`${e.at} ${e.state}`))})]})]})}function We({followUp:e,store:t,busy:n}){let{t:r}=K(),[i,a]=(0,h.useState)(``),o=(0,h.useId)();return(0,R.jsxs)(`form`,{className:`another`,onSubmit:async n=>{n.preventDefault(),await t.sendAgain(e,i)&&a(``)},children:[(0,R.jsx)(`label`,{htmlFor:o,children:r(`receipt.another`)}),(0,R.jsxs)(`div`,{className:`row`,children:[(0,R.jsx)(`input`,{id:o,className:`input`,inputMode:`email`,autoComplete:`off`,dir:`auto`,value:i,onChange:e=>a(e.target.value)}),(0,R.jsx)(`button`,{type:`submit`,className:`button`,disabled:i.trim()===``||n,children:r(`receipt.send`)})]})]})}function Ge({followUp:e}){let{t}=K(),{submission:n,codes:r}=e;return r.length===0&&n.note===``&&!n.urgent?null:(0,R.jsxs)(`section`,{className:`sent`,"aria-labelledby":`sent`,children:[(0,R.jsx)(`h2`,{id:`sent`,children:t(`receipt.details`)}),r.length>0&&(0,R.jsxs)(`p`,{className:`chips`,children:[r.map(e=>(0,R.jsx)(`bdi`,{className:`chip`,children:W(e)},e)),n.urgent&&(0,R.jsx)(`span`,{className:`chip bad`,children:t(`note.urgent`)})]}),n.note&&(0,R.jsx)(`p`,{className:`sent-note`,dir:`auto`,children:W(n.note)})]})}function Ke({followUp:e}){let{t}=K();return(0,R.jsxs)(`details`,{className:`more earlier`,children:[(0,R.jsxs)(`summary`,{children:[t(`earlier.title`),` `,(0,R.jsxs)(`span`,{className:`muted small`,children:[t(`receipt.number`,{number:`#${e.number}`}),` ·`,` `,(0,R.jsx)(z,{tone:Z(e.state),children:t(`state.${e.state}`)})]})]}),(0,R.jsx)(`div`,{className:`more-body`,children:(0,R.jsx)(He,{followUp:e})})]})}function qe({session:e,before:t}){let{t:n}=K(),r=async()=>{await t?.(),e.signOut()};return(0,R.jsxs)(`p`,{className:`account small muted`,children:[e.name&&(0,R.jsx)(`bdi`,{children:n(`account.name`,{name:e.name})}),(0,R.jsx)(`button`,{type:`button`,className:`link`,onClick:()=>void r(),children:n(`account.signOut`)})]})}function Je(e,t,n){return t.includes(e)?t.filter(t=>t!==e):n?[...t,e]:[e]}function Ye({panel:e,codes:t,digits:n,draft:r,edit:i}){let{t:a}=K(),{allowMultiple:o,requireCode:s}=e.campaign.goalSettings,c=r.codes??e.vendorCodes,l=e.envelope.codes.filter(({outcome:e})=>e===`UNKNOWN`||e===`RETIRED`);return(0,R.jsxs)(`fieldset`,{className:`codes`,children:[(0,R.jsxs)(`legend`,{children:[a(o?`codes.title`:`codes.titleOne`),(0,R.jsxs)(`span`,{className:`muted small`,children:[s&&` · ${a(`codes.required`)}`,o&&` · ${a(`codes.several`)}`]})]}),t.length===0&&(0,R.jsx)(`p`,{className:`muted`,children:a(`codes.none`)}),(0,R.jsx)(`div`,{className:t.some(({hint:e})=>e)?`code-grid hinted`:`code-grid`,children:t.map(e=>(0,R.jsx)(Xe,{code:e,digit:n.get(e.label)??``,several:o,checked:c.includes(e.label),onPick:()=>i({codes:Je(e.label,c,o)})},e.id))}),e.vendorCodes.length>0&&(0,R.jsx)(`p`,{className:`small muted`,children:r.codes===null?a(`codes.vendor`,{codes:e.vendorCodes.map(W).join(`, `)}):(0,R.jsx)(`button`,{type:`button`,className:`link`,onClick:()=>i({codes:null}),children:a(`codes.useVendor`,{codes:e.vendorCodes.map(W).join(`, `)})})}),l.map(({label:e,outcome:t})=>(0,R.jsx)(`p`,{className:`small warning`,children:a(t===`RETIRED`?`codes.retired`:`codes.unknown`,{code:W(e)})},e))]})}function Xe({code:e,digit:t,several:n,checked:r,onPick:i}){let a=`hint-${e.id}`;return(0,R.jsxs)(`label`,{className:`code`,style:{"--code":e.color||`var(--line)`},children:[(0,R.jsx)(`input`,{type:n?`checkbox`:`radio`,name:`code`,checked:r,onChange:i,onClick:n||!r?void 0:i,"aria-labelledby":`label-${e.id}`,"aria-describedby":e.hint?a:void 0,"aria-keyshortcuts":t||void 0}),(0,R.jsxs)(`span`,{className:`code-label`,children:[(0,R.jsx)(`bdi`,{id:`label-${e.id}`,children:e.label}),e.hint&&(0,R.jsx)(`span`,{className:`code-hint`,id:a,children:e.hint})]}),t&&(0,R.jsx)(`span`,{className:`key`,"aria-hidden":`true`,children:t})]})}function Q(e,t,n=0){let[r,i]=(0,h.useState)({result:void 0,problem:void 0});return(0,h.useEffect)(()=>{if(e===null)return;let r=new AbortController,a=setTimeout(async()=>{try{let e=await t(r.signal);r.signal.aborted||i({result:e,problem:void 0})}catch(e){r.signal.aborted||i(({result:t})=>({result:t,problem:e}))}},n);return()=>{clearTimeout(a),r.abort()}},[e,n]),r}function Ze({panel:e,state:t,store:n,token:r,input:i}){let{t:a}=K(),{recipients:o,notForwarded:s}=e.envelope,c=e=>n.edit({extra:t.draft.extra.filter(t=>t!==e)}),l=o.length>0?a(`envelope.summary`,{count:o.length,addresses:o.map(({address:e})=>e.email).join(`, `)}):a(`envelope.nobody`);return(0,R.jsxs)(`section`,{className:`envelope`,"aria-labelledby":`goes-to`,children:[(0,R.jsx)(`h2`,{id:`goes-to`,children:a(`envelope.title`)}),(0,R.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:l}),o.length===0?(0,R.jsxs)(`p`,{className:`nobody`,children:[(0,R.jsx)(`strong`,{children:a(`envelope.nobody`)}),s&&(0,R.jsx)(`span`,{className:`small muted`,children:a(`envelope.${s}`)})]}):(0,R.jsx)(`ul`,{className:`recipients`,children:o.map(e=>(0,R.jsx)(Qe,{recipient:e,onRemove:c},e.address.email))}),(0,R.jsx)($e,{campaign:e.campaign.id,state:t,store:n,token:r,input:i})]})}function Qe({recipient:e,onRemove:t}){let{t:n}=K(),{address:r,reasons:i,extra:a,firstTime:o,outside:s}=e;return(0,R.jsxs)(`li`,{className:`recipient`,children:[(0,R.jsxs)(`span`,{className:`recipient-address`,children:[r.name&&(0,R.jsx)(`bdi`,{className:`recipient-name`,children:r.name}),` `,(0,R.jsx)(`bdi`,{className:r.name?`muted`:``,children:r.email})]}),(0,R.jsxs)(`span`,{className:`recipient-why small muted`,children:[Re(i),a&&o&&(0,R.jsx)(`span`,{className:`flag`,children:n(`envelope.firstTime`)}),a&&s&&(0,R.jsx)(`span`,{className:`flag`,children:n(`envelope.outside`)})]}),a&&(0,R.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:()=>t(r.text),"aria-label":n(`envelope.remove`,{address:r.email}),title:n(`envelope.remove`,{address:r.email}),children:(0,R.jsx)(`span`,{"aria-hidden":`true`,children:`✕`})})]})}function $e({campaign:e,state:t,store:n,token:r,input:i}){let{t:a}=K(),[o,s]=(0,h.useState)(``),c=(0,h.useId)(),{notTaken:u,draft:d}=t;(0,h.useEffect)(()=>{u&&(s(u.text),i.current?.focus())},[u,i]);let{result:f}=Q(o.trim()?o.trim():null,t=>l(pe,{campaign:e,prefix:o.trim()},{token:r,signal:t}),150),p=e=>{e?.preventDefault(),o.trim()!==``&&(n.edit({extra:[...d.extra,o.trim()]}),s(``))};return(0,R.jsxs)(`div`,{className:`add-address`,children:[(0,R.jsx)(`label`,{className:`visually-hidden`,htmlFor:c,children:a(`envelope.add`)}),(0,R.jsxs)(`div`,{className:`row`,children:[(0,R.jsx)(`input`,{ref:i,id:c,className:`input`,type:`text`,inputMode:`email`,autoComplete:`off`,spellCheck:!1,dir:`auto`,placeholder:a(`envelope.add`),list:`${c}-known`,value:o,onChange:e=>s(e.target.value),onKeyDown:e=>{e.key===`Enter`&&!e.ctrlKey&&!e.metaKey&&p(e)},"aria-invalid":u!==null,"aria-describedby":u?`${c}-problem`:void 0,"aria-keyshortcuts":`a`}),(0,R.jsx)(`datalist`,{id:`${c}-known`,children:f?.addressSuggestions.map(({address:e})=>(0,R.jsx)(`option`,{value:e.text},e.text))}),(0,R.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>p(),disabled:o.trim()===``,children:a(`envelope.addButton`)})]}),u&&(0,R.jsx)(`p`,{className:`problem small`,role:`alert`,id:`${c}-problem`,children:J(u.problem,a)})]})}function et({on:e,onChange:t,children:n}){let{t:r}=K();return(0,R.jsxs)(`details`,{className:`more`,children:[(0,R.jsx)(`summary`,{children:r(`keys.title`)}),(0,R.jsxs)(`div`,{className:`more-body`,children:[(0,R.jsxs)(`label`,{className:`check`,children:[(0,R.jsx)(`input`,{type:`checkbox`,checked:e,onChange:e=>t(e.target.checked)}),r(`keys.on`)]}),(0,R.jsxs)(`dl`,{className:`key-list`,children:[(0,R.jsxs)(`dt`,{children:[(0,R.jsx)(`kbd`,{children:`1`}),`–`,(0,R.jsx)(`kbd`,{children:`9`})]}),(0,R.jsx)(`dd`,{children:r(`keys.codes`)}),(0,R.jsx)(`dt`,{children:(0,R.jsx)(`kbd`,{children:`N`})}),(0,R.jsx)(`dd`,{children:r(`keys.note`)}),(0,R.jsx)(`dt`,{children:(0,R.jsx)(`kbd`,{children:`A`})}),(0,R.jsx)(`dd`,{children:r(`keys.address`)}),(0,R.jsxs)(`dt`,{children:[(0,R.jsx)(`kbd`,{children:`Ctrl`}),` `,(0,R.jsx)(`kbd`,{children:`Enter`})]}),(0,R.jsx)(`dd`,{children:r(`keys.ok`)})]}),n]})]})}var tt=`input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]`;function nt(e,t,n){if(e.key===`Enter`&&(e.ctrlKey||e.metaKey)&&!e.altKey)return t.ok;let r=e.target instanceof Element&&e.target.closest(tt)!==null;if(!(!n||r||e.ctrlKey||e.metaKey||e.altKey))return Object.hasOwn(t,e.key.toLowerCase())?t[e.key.toLowerCase()]:void 0}function rt(e,t){let n=(0,h.useRef)(e);n.current=e,(0,h.useEffect)(()=>{let e=e=>{if(e.repeat||e.isComposing)return;let r=nt(e,n.current,t);r&&(e.preventDefault(),r())};return document.addEventListener(`keydown`,e),()=>document.removeEventListener(`keydown`,e)},[t])}var it=`postchat:hot-keys`;function at(){let[e,t]=(0,h.useState)(()=>{try{return localStorage.getItem(it)!==`off`}catch{return!0}});return[e,e=>{t(e);try{localStorage.setItem(it,e?`on`:`off`)}catch{}}]}function ot(e){let t=`123456789`.split(``).filter(t=>!e.some(e=>e.hotKey===t));return new Map(e.map(e=>[e.label,e.hotKey||(t.shift()??``)]))}var st=1e4;function ct({draft:e,edit:t,flush:n,input:r}){let{t:i}=K(),a=(0,h.useId)(),o=st-U(e.note);return(0,R.jsxs)(`section`,{className:`note`,children:[(0,R.jsxs)(`div`,{className:`note-line`,children:[(0,R.jsx)(`h2`,{children:(0,R.jsx)(`label`,{htmlFor:a,children:i(`note.title`)})}),(0,R.jsxs)(`label`,{className:`check`,children:[(0,R.jsx)(`input`,{type:`checkbox`,checked:e.urgent,onChange:e=>t({urgent:e.target.checked})}),i(`note.urgent`)]})]}),(0,R.jsx)(`textarea`,{ref:r,id:a,className:`input`,rows:3,dir:`auto`,placeholder:i(`note.placeholder`),value:e.note,onChange:e=>t({note:e.target.value}),onBlur:n,"aria-describedby":`${a}-left`,"aria-invalid":o<0,"aria-keyshortcuts":`n`}),(0,R.jsx)(`p`,{className:o<0?`small problem`:`small muted`,id:`${a}-left`,"aria-live":`polite`,children:o<0?i(`note.over`,{count:-o}):o<500?i(`note.left`,{count:o}):``})]})}function lt({panel:e,saving:t,token:n}){let{t:r}=K(),[i,a]=(0,h.useState)(!1),[o,s]=(0,h.useState)(!1),c=e.followUp?.id,{result:u,problem:d}=Q(i&&c&&t===`saved`?`${c} ${e.version}`:null,e=>l(fe,{input:{followUp:c}},{token:n,signal:e}),100),f=u?.previewMail;return c?(0,R.jsxs)(`details`,{className:`more`,onToggle:e=>a(e.currentTarget.open),children:[(0,R.jsx)(`summary`,{children:r(`preview.title`)}),(0,R.jsxs)(`div`,{className:`more-body`,children:[d&&(0,R.jsx)(`p`,{className:`problem`,role:`alert`,children:J(d,r)}),!f&&!d&&(0,R.jsx)(`p`,{className:`muted`,children:r(`panel.loading`)}),f&&(0,R.jsxs)(R.Fragment,{children:[(0,R.jsxs)(`dl`,{className:`facts small`,children:[(0,R.jsx)(`dt`,{children:r(`preview.subject`)}),(0,R.jsx)(`dd`,{dir:`auto`,children:W(f.subject)}),(0,R.jsx)(`dt`,{children:r(`preview.from`)}),(0,R.jsx)(`dd`,{dir:`auto`,children:W(f.from)}),(0,R.jsx)(`dt`,{children:r(`preview.replyTo`)}),(0,R.jsx)(`dd`,{dir:`auto`,children:W(f.replyTo)})]}),(0,R.jsxs)(`div`,{className:`tabs`,children:[(0,R.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":!o,onClick:()=>s(!1),children:r(`preview.html`)}),(0,R.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":o,onClick:()=>s(!0),children:r(`preview.plain`)})]}),o?(0,R.jsx)(`section`,{className:`mail`,"aria-label":r(`preview.plain`),children:(0,R.jsx)(`pre`,{className:`plain`,dir:`auto`,tabIndex:0,children:W(f.content.plain)})}):(0,R.jsx)(`iframe`,{className:`mail`,title:r(`preview.title`),sandbox:``,srcDoc:ut(f.content.html)})]})]})]}):null}var ut=e=>e.replace(/<style[\s>][\s\S]*?<\/style>/gi,``);function dt({message:e,text:t,marks:n,covering:r,onFlip:i}){let[a,o]=(0,h.useState)(0),[s,c]=ft(a,i),l=0,u=(e,t)=>{let n=l++;return(0,R.jsx)(ht,{piece:e,kind:t,stops:n===a,onFocus:()=>o(n),onFlip:c,paints:r},e.start)},d=Ce(e,t,n),f=d.flatMap((e,t)=>e.cover===`none`?!r||!i?[W(e.text)]:Te(e,d[t-1],d[t+1]).map(({text:e,stretch:t})=>t?u({...t,text:e,cover:`none`,stretch:t},null):e):[i?u(e,pt(e,n)):(0,R.jsx)(mt,{piece:e},e.start)]);return a>=l&&a!==0&&o(0),(0,R.jsx)(`p`,{ref:s,className:`line-text`,dir:`auto`,"data-message":e,onKeyDown:i&&gt,children:f})}function ft(e,t){let n=(0,h.useRef)(null),r=(0,h.useRef)(!1);return(0,h.useLayoutEffect)(()=>{if(!r.current||(r.current=!1,document.activeElement!==document.body))return;let t=n.current?.querySelectorAll(`button`)??[];t[Math.min(e,t.length-1)]?.focus()}),[n,e=>{r.current=!0,t?.(e)}]}var pt=({stretch:e},{suggested:t})=>t.find(t=>t.message===e.message&&t.start===e.start&&t.end===e.end)?.kind??null;function mt({piece:e}){return e.cover===`lifted`?(0,R.jsx)(`span`,{children:W(e.text)}):(0,R.jsx)(`mark`,{className:`covered`,children:W(e.text)})}function ht({piece:e,kind:t,stops:n,onFocus:r,onFlip:i,paints:a}){let{t:o}=K(),s=e.cover===`covered`||e.cover===`suggested`,c=W(e.text),l=t=>{a&&t.buttons===1&&t.pointerType===`mouse`&&!s&&i?.(e)},u=s?`cover.on`:`cover.off`;return(0,R.jsx)(`button`,{type:`button`,className:s?`word covered`:e.cover===`lifted`?`word lifted`:`word`,"aria-pressed":s,"aria-label":e.cover===`none`?void 0:o(u,{text:c}),title:t&&s?o(`cover.${t}`):void 0,tabIndex:n?0:-1,onFocus:r,onClick:()=>i?.(e),onPointerEnter:l,onPointerLeave:l,children:c})}function gt(e){let t={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[e.key];if(t===void 0||e.ctrlKey||e.metaKey||e.altKey)return;let n=[...e.currentTarget.querySelectorAll(`button`)],r=n[n.indexOf(document.activeElement)+t];e.preventDefault(),r?.focus()}function _t(){let e=(0,h.useRef)(null),[t,n]=(0,h.useState)(null);return(0,h.useEffect)(()=>{let t=()=>n(vt(document.getSelection(),e.current));return document.addEventListener(`selectionchange`,t),()=>document.removeEventListener(`selectionchange`,t)},[]),{selected:t,list:e}}function vt(e,t){if(!e||e.isCollapsed||e.rangeCount!==1)return null;let n=e.getRangeAt(0),r=n.commonAncestorContainer,i=(r instanceof Element?r:r.parentElement)?.closest(`[data-message]`);if(!i?.dataset.message||!t?.contains(i))return null;let a=document.createRange();a.selectNodeContents(i),a.setEnd(n.startContainer,n.startOffset);let o=U(a.toString());return{message:i.dataset.message,start:o,end:o+U(n.toString())}}var yt=(0,h.memo)(function({panel:e,starred:t,covered:n,lifted:r,edit:i,readOnly:a}){let[o,s]=(0,h.useState)(!1),{t:c}=K(),[l,u]=(0,h.useState)(!1),{selected:d,list:f}=_t(),p=e.chat??e.conversation,m=a||!e.chat,g=p?.transcript??[],_=e.followUp?.suggestedCovers??[],v={covered:n,lifted:r,suggested:_},y=n.length+V(_,r).length,b=[c(`transcript.messages`,{count:g.length}),...t.length?[c(`transcript.starred`,{count:t.length})]:[],...y?[c(`transcript.covered`,{count:y})]:[]],x=e=>i(t=>we(e,t)),S=e=>i(t=>({starred:t.starred.includes(e)?t.starred.filter(t=>t!==e):[...t.starred,e]}));return p?(0,R.jsxs)(`details`,{className:`more`,onToggle:e=>s(e.currentTarget.open),children:[(0,R.jsxs)(`summary`,{children:[c(`transcript.title`),` `,(0,R.jsx)(`span`,{className:`muted small`,children:b.join(` · `)})]}),(0,R.jsxs)(`div`,{className:`more-body`,children:[g.length===0&&(0,R.jsx)(`p`,{className:`muted`,children:c(`transcript.empty`)}),!m&&g.length>0&&(0,R.jsxs)(`div`,{className:`cover-tools`,children:[(0,R.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":l,onClick:()=>u(!l),children:c(`cover.mode`)}),(0,R.jsx)(`button`,{type:`button`,className:`button small`,hidden:!d,onPointerDown:e=>e.preventDefault(),onClick:()=>d&&i(e=>({covered:H([...e.covered,d])})),children:c(`cover.selection`)}),l&&(0,R.jsx)(`p`,{className:`small muted`,children:c(`cover.help`)})]}),(0,R.jsx)(`ol`,{className:l?`transcript covering`:`transcript`,ref:f,children:(o?g:[]).map(e=>(0,R.jsx)(bt,{message:e,marks:v,starred:t.includes(e.key),onStar:m||e.private||e.event?void 0:()=>S(e.key),covering:l&&!m,onFlip:m?void 0:x},e.key))})]})]}):null});function bt({message:e,marks:t,starred:n,onStar:r,covering:i,onFlip:a}){let{t:o,language:s}=K();return(0,R.jsxs)(`li`,{className:`line ${e.event?`event`:e.role.toLowerCase()}`,children:[(0,R.jsxs)(`p`,{className:`line-head small muted`,children:[(0,R.jsx)(`bdi`,{children:W(e.name)}),` `,(0,R.jsx)(`time`,{dateTime:e.at,children:X(e.at,s)}),e.private&&(0,R.jsx)(`span`,{className:`flag`,children:o(`transcript.private`)})]}),r?(0,R.jsx)(`button`,{type:`button`,className:`icon-button star`,"aria-pressed":n,onClick:r,"aria-label":`${o(`transcript.star`)}: ${W(e.text).slice(0,80)}`,title:o(`transcript.star`),children:(0,R.jsx)(`span`,{"aria-hidden":`true`,children:n?`★`:`☆`})}):n&&(0,R.jsx)(`span`,{className:`star`,children:`★`}),(0,R.jsx)(dt,{message:e.key,text:e.text,marks:t,covering:i,onFlip:a}),e.files.map(e=>(0,R.jsx)(`p`,{className:`small muted`,children:o(`transcript.file`,{name:W(e.name)})},e.name))]})}function xt({panel:e,store:t,state:n,session:r}){let{t:i}=K(),a=r.token??``,[o,s]=at(),c=(0,h.useRef)(null),l=(0,h.useRef)(null),u=e.submittedAt!==null||n.wish===`ok`,{draft:d}=n,f=e.campaign.successCodes.filter(({label:e,retired:t})=>!t||d.codes?.includes(e)),p=ot(f),m={ok:()=>!u&&void t.ok()};if(!u){m.n=()=>c.current?.focus(),m.a=()=>l.current?.focus();for(let{label:n}of f){let r=p.get(n);r&&(m[r]=()=>t.edit({codes:Je(n,d.codes??e.vendorCodes,e.campaign.goalSettings.allowMultiple)}))}}return rt(m,o),(0,R.jsxs)(`div`,{className:`form`,children:[(0,R.jsxs)(`fieldset`,{disabled:u,className:`form-part`,children:[(0,R.jsx)(`legend`,{className:`visually-hidden`,children:i(`panel.title`)}),(0,R.jsx)(Ye,{panel:e,codes:f,digits:o?p:new Map,draft:d,edit:t.edit}),(0,R.jsx)(Ze,{panel:e,state:n,store:t,token:a,input:l}),(0,R.jsx)(ct,{draft:d,edit:t.edit,flush:()=>t.flush(),input:c})]}),(0,R.jsx)(yt,{panel:e,starred:d.starred,covered:d.covered,lifted:d.lifted,edit:t.edit,readOnly:u}),(0,R.jsx)(lt,{panel:e,saving:n.saving,token:a}),(0,R.jsx)(et,{on:o,onChange:s,children:(0,R.jsx)(qe,{session:r,before:()=>t.saved()})})]})}function St({panel:e,liveness:t,onList:n}){let{t:r}=K(),{visitor:i}=e.chat??e.conversation??{},a=W(i?.name||i?.email||i?.phone||``);return(0,R.jsxs)(`header`,{className:`head`,children:[(0,R.jsxs)(`div`,{className:`head-line`,children:[(0,R.jsx)(`h1`,{children:(0,R.jsx)(`bdi`,{children:a||r(`panel.visitor`)})}),(0,R.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:n,"aria-label":r(`list.back`),title:r(`list.back`),children:(0,R.jsx)(`span`,{"aria-hidden":`true`,children:`☰`})})]}),(0,R.jsxs)(`p`,{className:`head-line small`,children:[(0,R.jsxs)(`span`,{className:`muted`,children:[(0,R.jsx)(`bdi`,{children:e.campaign.name}),e.followUp&&(0,R.jsxs)(`span`,{className:`number`,children:[` · #`,e.followUp.number]})]}),(0,R.jsx)(`span`,{role:`status`,children:t===`reconnecting`?(0,R.jsx)(z,{tone:`wait`,children:r(`panel.live.reconnecting`)}):e.followUp?(0,R.jsx)(z,{tone:Z(e.followUp.state),children:r(`state.${e.followUp.state}`)}):(0,R.jsx)(z,{tone:`wait`,children:r(`panel.chatOpen`)})})]}),e.conversationProblem&&(0,R.jsx)(`p`,{className:`small muted`,children:(0,R.jsx)(`bdi`,{children:W(e.conversationProblem)})})]})}function Ct(e){let t=`postchat:unsaved:${e}`,n=e=>{try{return e()}catch{return}};return{read:()=>n(()=>JSON.parse(sessionStorage.getItem(t)??`null`)??void 0),write:e=>n(()=>sessionStorage.setItem(t,JSON.stringify(e))),clear:()=>n(()=>sessionStorage.removeItem(t))}}function wt(){return Array.from(crypto.getRandomValues(new Uint8Array(16)),e=>e.toString(16).padStart(2,`0`)).join(``)}var Tt=600,Et=class{#e;#t;#n=new Set;#r;#i;#a;#o;#s;#c;#l=0;#u;#d=!1;constructor(e,t){this.#r=e,this.#i=t;let n=t.read();this.#t=n?.base??A,this.#e={panel:null,draft:n?.draft??A,saving:`saved`,wish:null,problem:null,notTaken:null,late:``,clashes:[],liveness:`live`}}start(){this.#d=!1,this.#a=this.#r.watch({next:e=>this.#g(e),refused:e=>this.#m({problem:e}),status:e=>this.#m({liveness:e})})}stop(){this.flush(!0),this.#d=!0,this.#a?.()}subscribe=e=>(this.#n.add(e),()=>void this.#n.delete(e));get=()=>this.#e;edit=e=>{let t=typeof e==`function`?e(this.#e.draft):e;this.#m({draft:{...this.#e.draft,...t},problem:null,notTaken:null}),this.#h(),clearTimeout(this.#o),this.#o=setTimeout(()=>this.flush(),`note`in t?Tt:0)};dismiss(){this.#m({problem:null,notTaken:null,late:``,clashes:[]})}flush(e=!1){clearTimeout(this.#o),this.#d||!this.#e.panel||F(this.#e.draft,this.#t)||(e||!this.#s)&&this.#v(()=>this.#y(e))}async saved(){this.flush(),await this.#s}ok(){return this.#S(`ok`,async()=>{let e=this.#p();try{await this.#f()}catch(t){if(!(t instanceof f&&t.rule===`changed`)||!await this.#x()||this.#e.panel?.submittedAt||this.#p()!==e)throw t;await this.#f()}})}async#f(){let e=this.#e.draft,t=this.#e.panel?.version??0,n=await this.#r.submit(t,e,this.#C(`ok`,[t,e]));this.#_(n,e)}#p=()=>JSON.stringify([this.#e.draft,this.#e.panel?.envelope.recipients.map(({address:e})=>e.email)]);undo(){return this.#S(`undo`,async()=>this.#_(await this.#r.undo()))}sendNow(){let e=this.#e.panel?.followUp?.id;return e?this.#S(`now`,async()=>this.#_(await this.#r.sendNow(e,this.#C(`now`,[e])))):Promise.resolve(!1)}sendAgain(e,t){return this.#S(`again`,async()=>this.#_(await this.#r.sendAgain(e,t,this.#C(`again`,[e,t]))))}next(){return this.#S(`next`,async()=>{let e=await this.#r.save(this.#e.panel?.version??0,A,!1);this.#m({draft:A}),this.#_(e,A)})}#m(e){this.#e={...this.#e,...e};for(let e of this.#n)e()}#h(){let{draft:e}=this.#e;F(e,this.#t)?this.#i.clear():this.#i.write({base:this.#t,draft:e})}#g(e){this.#s?this.#c=e:Ot(e,this.#e.panel)||this.#_(e),!this.#s&&!F(this.#e.draft,this.#t)&&this.flush()}#_(e,t=this.#t){let n=ne(e.submission),r=!this.#e.panel,{draft:i,clashes:a}=ie(t,this.#e.draft,n);if(e.submittedAt!==null||e.stage===`SETTLED`){let t=i.note.trim()===n.note.trim()?this.#e.late:i.note;this.#t=n,this.#i.clear(),this.#m({panel:e,draft:n,saving:`saved`,clashes:[],late:t});return}this.#t=n;let o=F(i,n)?`saved`:`unsaved`,s=this.#e.problem instanceof f&&this.#e.problem.rule===`submitted`;this.#m({panel:e,draft:i,saving:o,problem:s?null:this.#e.problem,clashes:r?[]:[...new Set([...this.#e.clashes,...a])]}),this.#h()}async#v(e){let t=this.#s,n=(async()=>{await t,await e()})();if(this.#s=n,await n,this.#s!==n)return;this.#s=void 0;let r=this.#c;this.#c=void 0,r&&!Ot(r,this.#e.panel)&&this.#_(r)}async#y(e){for(let t=0;t<5&&!F(this.#e.draft,this.#t)&&this.#e.panel;t++){let t=this.#e.draft;this.#m({saving:`saving`});try{this.#_(await this.#r.save(this.#e.panel.version,t,e),t),this.#l=0}catch(e){if(!await this.#b(e,t))return}}}async#b(e,t){if(e instanceof u)return this.#m({saving:`away`}),clearTimeout(this.#o),this.#o=setTimeout(()=>this.flush(),O(this.#l++)),!1;if(Dt(e)){let n=t.extra.filter(e=>!this.#t.extra.includes(e)).join(`; `);return this.#m({draft:{...this.#e.draft,extra:this.#t.extra},saving:`saved`,notTaken:{text:n,problem:e}}),this.#h(),!0}return e instanceof f&&e.code===`CONFLICT`&&await this.#x()&&!F(this.#e.draft,this.#t)?!0:(this.#m({saving:`unsaved`,problem:e}),!1)}async#x(){try{return this.#_(await this.#r.load()),!0}catch{return!1}}async#S(e,t){if(this.#e.wish||!this.#e.panel)return!1;clearTimeout(this.#o),this.#m({wish:e,problem:null,notTaken:null,clashes:[]});let n=!1;return await this.#v(async()=>{try{await t(),this.#u=void 0,n=!0}catch(e){let t=e instanceof f&&e.code===`CONFLICT`&&await this.#x()&&e.rule===`changed`&&this.#e.panel?.submittedAt;this.#m({problem:t?null:e})}}),this.#m({wish:null}),this.flush(),n}#C(...e){let t=JSON.stringify(e);return this.#u?.wish!==t&&(this.#u={wish:t,key:wt()}),this.#u.key}},Dt=e=>e instanceof f&&(e.rule===`address`||e.field.includes(`extraAddresses`));function Ot(e,t){return t!==null&&e.stage===t.stage&&e.followUp?.id===t.followUp?.id&&e.version<t.version}var kt=e=>e.followUp??`${e.conversation.source}/${e.conversation.id}`;function At({target:e,session:t,tell:n,onList:r}){let i=K(),{t:a}=i,o=g(i.language),s=t.token??``,c=(0,h.useMemo)(()=>new Et(xe(e,s,o),Ct(kt(e))),[e,s,o]),l=(0,h.useSyncExternalStore)(c.subscribe,c.get);jt(c),Mt(l.panel,e,s,n);let u=l.problem instanceof f&&l.problem.code===`DENIED`,{check:d}=t;(0,h.useEffect)(()=>{u&&d()},[u,d]);let{panel:p,problem:m}=l;if(!p)return(0,R.jsxs)(`main`,{className:`centre`,children:[(0,R.jsx)(`p`,{role:`status`,className:`muted`,children:m?J(m,a):a(l.liveness===`reconnecting`?`problem.unreachable`:`panel.loading`)}),(0,R.jsx)(`button`,{type:`button`,className:`button`,onClick:r,children:a(`list.back`)})]});let _=p.stage===`SETTLED`;return(0,R.jsxs)(`main`,{className:`window`,children:[(0,R.jsx)(St,{panel:p,liveness:l.liveness,onList:r}),p.earlier&&(0,R.jsx)(Ke,{followUp:p.earlier}),_?(0,R.jsx)(Ve,{panel:p,store:c,state:l,onNext:e.conversation&&(()=>void c.next())}):(0,R.jsx)(xt,{panel:p,store:c,state:l,session:t}),!_&&(0,R.jsx)(je,{panel:p,store:c,state:l})]})}function jt(e){(0,h.useEffect)(()=>{e.start();let t=()=>e.flush(!0),n=()=>document.hidden&&t();return window.addEventListener(`blur`,t),window.addEventListener(`pagehide`,t),document.addEventListener(`visibilitychange`,n),()=>{window.removeEventListener(`blur`,t),window.removeEventListener(`pagehide`,t),document.removeEventListener(`visibilitychange`,n),e.stop()}},[e])}function Mt(e,t,n,r){let i=t.conversation,a=e?.followUp?e.followUp.state.toLowerCase():`open`,o=e?.version;(0,h.useEffect)(()=>{if(!i||o===void 0)return;let e=new AbortController;return l(me,{conversation:i},{token:n,signal:e.signal}).then(({canClose:e})=>r({conversation:i.id,canClose:e.canClose,state:a}),()=>{}),()=>e.abort()},[i,o,a,n,r])}function Nt({page:e,session:t}){let{t:n}=K();return(0,R.jsx)(`main`,{className:`centre`,children:(0,R.jsxs)(`div`,{className:`door`,children:[(0,R.jsx)(`h1`,{children:n(`panel.title`)}),e.name&&(0,R.jsx)(`p`,{className:`muted`,children:(0,R.jsx)(`bdi`,{children:e.name})}),(0,R.jsx)(`p`,{role:`status`,children:t.ended?n(`signedOut.ended`):n(`signedOut.lead`)}),(0,R.jsx)(`button`,{type:`button`,className:`button primary wide`,onClick:t.signIn,children:n(`signedOut.button`)}),t.address!==null&&(0,R.jsx)(Pt,{address:t.address,session:t})]})})}function Pt({address:e,session:t}){let{t:n}=K(),[r,i]=(0,h.useState)(``),[a,o]=(0,h.useState)(null);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsxs)(`p`,{className:`small muted`,role:`status`,children:[n(t.blocked?`signedOut.blocked`:`signedOut.pending`),` `,t.blocked&&(0,R.jsx)(`a`,{href:e,target:`_blank`,rel:`noreferrer`,children:n(`signedOut.open`)})]}),(0,R.jsxs)(`form`,{className:`code-entry`,onSubmit:async e=>{e.preventDefault(),o(null),await t.redeem(r.trim()).catch(o)},children:[(0,R.jsx)(`label`,{htmlFor:`sign-in-code`,children:n(`signedOut.code`)}),(0,R.jsx)(`span`,{className:`small muted`,id:`sign-in-code-hint`,children:n(`signedOut.codeHint`)}),(0,R.jsxs)(`div`,{className:`row`,children:[(0,R.jsx)(`input`,{id:`sign-in-code`,className:`input`,inputMode:`numeric`,autoComplete:`one-time-code`,maxLength:12,value:r,onChange:e=>i(e.target.value),"aria-describedby":`sign-in-code-hint`,"aria-invalid":a!==null}),(0,R.jsx)(`button`,{type:`submit`,className:`button`,disabled:r.trim()===``,children:n(`signedOut.codeButton`)})]}),a&&(0,R.jsx)(`p`,{className:`problem`,role:`alert`,children:J(a,n)})]})]})}function Ft(e){let t=`postchat:token:${e}`,[n,r]=(0,h.useState)(()=>It(t)),[i,a]=(0,h.useState)({name:``,language:``}),[o,s]=(0,h.useState)(!1),[c,u]=(0,h.useState)(null),[d,p]=(0,h.useState)(!1),m=(0,h.useRef)(``),g=(0,h.useRef)(null),_=(0,h.useCallback)(e=>{$(t,e),r(e),s(!1),u(null)},[t]),v=(0,h.useCallback)(()=>{n!==null&&l(oe,{},{token:n}).then(({viewer:e})=>a({name:e.name,language:e.person?.language??``}),e=>{e instanceof f&&e.code===`DENIED`&&($(t,null),r(null),s(!0))})},[n,t]);(0,h.useEffect)(v,[v]),(0,h.useEffect)(()=>{let e=({source:e,origin:t,data:n})=>{t===location.origin&&e!==null&&e===g.current&&n?.type===`postchat:token`&&n.nonce===m.current&&typeof n.token==`string`&&_(n.token)};return window.addEventListener(`message`,e),()=>window.removeEventListener(`message`,e)},[_]);let y=()=>{m.current||=wt();let t=new URL(`panel/${encodeURIComponent(e)}/sign-in#nonce=${m.current}`,document.baseURI).href;g.current=window.open(t,`postchat-sign-in`,`popup,width=460,height=640`),u(t),p(g.current===null)},b=async t=>{let n=await l(ce,{input:{source:e,nonce:m.current,code:t}},{token:``});n.redeemPanelCode&&_(n.redeemPanelCode.token)},x=()=>{n!==null&&(l(se,{},{token:n,last:!0}).catch(()=>{}),$(t,null),r(null))};return{token:n,...i,ended:o,address:c,blocked:d,signIn:y,redeem:b,signOut:x,check:v}}function It(e){try{return sessionStorage.getItem(e)}catch{return null}}function $(e,t){try{t===null?sessionStorage.removeItem(e):sessionStorage.setItem(e,t)}catch{}}function Lt({source:e,vendor:t,frameOrigins:n}){let[r,i]=(0,h.useState)(()=>Rt(e)),a=(0,h.useRef)(new Set);return(0,h.useEffect)(()=>m(t,{origins:n,open:t=>i(n=>n?.conversation?.id===t?n:{conversation:{source:e,id:t}}),watch:e=>(a.current.add(e),()=>void a.current.delete(e))}),[e,t,n]),(0,h.useEffect)(()=>{let t=()=>i(Rt(e));return window.addEventListener(`hashchange`,t),()=>window.removeEventListener(`hashchange`,t)},[e]),{target:r,open:i,tell:(0,h.useCallback)(e=>{for(let t of a.current)t(e)},[])}}function Rt(e){let t=new URLSearchParams(location.hash.slice(1)),n=t.get(`conversation`),r=t.get(`follow-up`);return r?{followUp:r}:n?{conversation:{source:e,id:n}}:null}var zt=50;function Bt({token:e,session:t,onOpen:n}){let{t:r}=K(),i=t.check,[a,o]=(0,h.useState)(``),[s,c]=(0,h.useState)(`live`);(0,h.useEffect)(()=>k(de,{},{token:e,next:({followUpsChanged:e})=>o(e.cursor),refused:i,status:c}),[e,i]);let{result:u,problem:d}=Q(a,t=>l(ue,{first:zt},{token:e,signal:t}),50);(0,h.useEffect)(()=>{d instanceof f&&d.code===`DENIED`&&i()},[d,i]);let p=u?.followUps.nodes;return(0,R.jsxs)(`main`,{className:`page`,children:[(0,R.jsxs)(`header`,{className:`head`,children:[(0,R.jsx)(`h1`,{children:r(`panel.openAChat`)}),(0,R.jsx)(`p`,{className:`muted`,children:r(`panel.openAChatMore`)})]}),(0,R.jsxs)(`section`,{"aria-labelledby":`waiting`,children:[(0,R.jsx)(`h2`,{id:`waiting`,children:r(`list.title`)}),(0,R.jsxs)(`p`,{className:`muted small`,role:`status`,children:[p&&(p.length>0?r(`list.count`,{count:p.length}):r(`list.empty`)),d&&J(d,r),!d&&s===`reconnecting`&&r(`panel.live.reconnecting`)]}),p&&p.length>0&&(0,R.jsx)(`ul`,{className:`waiting`,children:p.map(e=>(0,R.jsx)(`li`,{children:(0,R.jsx)(Vt,{followUp:e,onOpen:n})},e.id))}),u?.followUps.pageInfo.hasNextPage&&(0,R.jsx)(`p`,{className:`muted small`,children:r(`list.more`,{count:zt})})]}),(0,R.jsx)(qe,{session:t})]})}function Vt({followUp:e,onOpen:t}){let{t:n,language:r}=K(),{visitor:i,closedAt:a}=e.chat;return(0,R.jsxs)(`button`,{type:`button`,className:`waiting-chat`,onClick:()=>t(e.id),children:[(0,R.jsx)(`span`,{className:`waiting-who`,children:(0,R.jsx)(`bdi`,{children:W(i.name||i.email)||n(`panel.visitor`)})}),(0,R.jsxs)(`span`,{className:`waiting-number muted`,children:[`#`,e.number]}),(0,R.jsxs)(`span`,{className:`muted small`,children:[(0,R.jsx)(`bdi`,{children:e.campaign.name}),` · `,n(`list.since`,{time:X(e.waitsSince??a,r)})]}),(0,R.jsxs)(`span`,{className:`small waiting-until`,children:[n(`state.${e.state}`),e.sendsAt&&` · ${n(`list.until`,{time:X(e.sendsAt,r)})}`]})]})}function Ht({page:e}){let{speak:t}=a(),n=Ft(e.source),{target:r,open:i,tell:o}=Lt(e);return(0,h.useEffect)(()=>t(n.language),[n.language,t]),n.token===null?(0,R.jsx)(Nt,{page:e,session:n}):r?(0,R.jsx)(At,{target:r,session:n,tell:o,onList:()=>i(null)},`${kt(r)} ${n.token}`):(0,R.jsx)(Bt,{token:n.token,session:n,onOpen:e=>i({followUp:e})})}s((0,R.jsx)(Ht,{page:n()}));