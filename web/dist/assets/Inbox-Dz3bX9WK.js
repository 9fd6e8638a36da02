import{t as e}from"./useNavigate-D7VogNZg.js";import{t}from"./useSearch-CemP-d4O.js";import{t as n,u as r}from"./Answer-BAoyMiE7.js";import{n as i}from"./followups-Cdky3dC1.js";import{t as a}from"./Empty-DBxJHSJe.js";import{t as o}from"./Page-Dg82xaA_.js";import{t as s}from"./Time-Bd_vDMJW.js";import{i as c,r as l}from"./Words-CZI-lKCi.js";import{t as u}from"./preload-helper-BQUUbbNx.js";var d=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new d(`
    fragment Row on FollowUp {
  id
  number
  state
  codes
  chat {
    id
    closedAt
    visitor {
      name
      email
    }
  }
}
    `,{fragmentName:`Row`});var f=new d(`
    query Inbox($filter: FollowUpFilter, $after: String) {
  followUps(filter: $filter, first: 50, after: $after) {
    nodes {
      ...Row
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Row on FollowUp {
  id
  number
  state
  codes
  chat {
    id
    closedAt
    visitor {
      name
      email
    }
  }
}`),p=l({english:{"inbox.title":`Follow-ups`,"inbox.search":`Search visitor, number, text or address`,"inbox.empty":`No follow-ups yet. The first one appears here when a chat is closed.`,"inbox.number":`Number`,"inbox.when":`Closed`,"inbox.visitor":`Visitor`},others:{de:()=>u(()=>import(`./de-Bm49LoDS.js`),[],import.meta.url),nl:()=>u(()=>import(`./nl-VHFjIW7h.js`),[],import.meta.url)}}),m=c();function h(){let{t:s}=p(),c=t({from:`/follow-ups`}),l=e({from:`/follow-ups`}),u=r(`followUps`,f,{filter:i(c),after:c.after||null});return(0,m.jsxs)(o,{title:s(`inbox.title`),children:[(0,m.jsx)(`input`,{type:`search`,className:`input`,"aria-label":s(`inbox.search`),placeholder:s(`inbox.search`),defaultValue:c.q,onChange:e=>void l({search:{...c,q:e.target.value,after:``},replace:!0})}),(0,m.jsx)(n,{of:u,children:({followUps:e})=>e.nodes.length>0?(0,m.jsx)(g,{rows:e.nodes}):(0,m.jsx)(a,{text:s(`inbox.empty`)})})]})}function g({rows:e}){let{t}=p();return(0,m.jsx)(`div`,{className:`table-box`,children:(0,m.jsxs)(`table`,{className:`table`,children:[(0,m.jsx)(`thead`,{children:(0,m.jsxs)(`tr`,{children:[(0,m.jsx)(`th`,{scope:`col`,children:t(`inbox.number`)}),(0,m.jsx)(`th`,{scope:`col`,children:t(`inbox.when`)}),(0,m.jsx)(`th`,{scope:`col`,children:t(`inbox.visitor`)})]})}),(0,m.jsx)(`tbody`,{children:e.map(({id:e,number:t,chat:n})=>(0,m.jsxs)(`tr`,{children:[(0,m.jsx)(`td`,{children:t}),(0,m.jsx)(`td`,{children:(0,m.jsx)(s,{at:n.closedAt})}),(0,m.jsx)(`td`,{children:(0,m.jsx)(`bdi`,{children:n.visitor.name||n.visitor.email})})]},e))})]})})}export{h as Inbox};