import { Link } from "@tanstack/react-router";
import { Page } from "./page.tsx";
import { Empty } from "./states.tsx";

export const NotFound = () => (
  <Page title="Nothing here">
    <Empty title="There is no such page">
      <p>The address may be of a newer or an older desk. <Link to="/">All situations</Link> are a good place to go on from.</p>
    </Empty>
  </Page>
);
