import{n as e,t}from"./useNavigate-COmZVlZN.js";import{c as n,t as r}from"./Answer-BP1i93mc.js";import{n as i}from"./followups-DJmXmACu.js";import{i as a,r as o}from"./Words-CZI-lKCi.js";import{t as s}from"./Page-Dg82xaA_.js";import{t as c}from"./Time-Bd_vDMJW.js";import{t as l}from"./preload-helper-BQUUbbNx.js";var u=a();function d({text:e,children:t}){return(0,u.jsxs)(`div`,{className:`empty`,children:[(0,u.jsx)(`p`,{children:e}),t&&(0,u.jsx)(`div`,{className:`row wrap`,children:t})]})}var f=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new f(`
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
    `,{fragmentName:`Row`});var p=new f(`
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
}`),m=o({english:{"inbox.title":`Follow-ups`,"inbox.search":`Search visitor, number, text or address`,"inbox.empty":`No follow-ups yet. The first one appears here when a chat is closed.`,"inbox.number":`Number`,"inbox.when":`Closed`,"inbox.visitor":`Visitor`},others:{de:()=>l(()=>import(`./de-Bm49LoDS.js`),[],import.meta.url),nl:()=>l(()=>import(`./nl-VHFjIW7h.js`),[],import.meta.url)}});function h(){let{t:a}=m(),o=e({from:`/follow-ups`}),c=t({from:`/follow-ups`}),l=n(`followUps`,p,{filter:i(o),after:o.after||null});return(0,u.jsxs)(s,{title:a(`inbox.title`),children:[(0,u.jsx)(`input`,{type:`search`,className:`input`,"aria-label":a(`inbox.search`),placeholder:a(`inbox.search`),defaultValue:o.q,onChange:e=>void c({search:{...o,q:e.target.value,after:``},replace:!0})}),(0,u.jsx)(r,{of:l,children:({followUps:e})=>e.nodes.length>0?(0,u.jsx)(g,{rows:e.nodes}):(0,u.jsx)(d,{text:a(`inbox.empty`)})})]})}function g({rows:e}){let{t}=m();return(0,u.jsx)(`div`,{className:`table-box`,children:(0,u.jsxs)(`table`,{className:`table`,children:[(0,u.jsx)(`thead`,{children:(0,u.jsxs)(`tr`,{children:[(0,u.jsx)(`th`,{scope:`col`,children:t(`inbox.number`)}),(0,u.jsx)(`th`,{scope:`col`,children:t(`inbox.when`)}),(0,u.jsx)(`th`,{scope:`col`,children:t(`inbox.visitor`)})]})}),(0,u.jsx)(`tbody`,{children:e.map(({id:e,number:t,chat:n})=>(0,u.jsxs)(`tr`,{children:[(0,u.jsx)(`td`,{children:t}),(0,u.jsx)(`td`,{children:(0,u.jsx)(c,{at:n.closedAt})}),(0,u.jsx)(`td`,{children:(0,u.jsx)(`bdi`,{children:n.visitor.name||n.visitor.email})})]},e))})]})})}export{h as Inbox};