#include "render/kinds.hpp"

namespace bcp::cli {

Text heading_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::service: return tr("Services");
    case NodeKind::application: return tr("Applications");
    case NodeKind::infrastructure: return tr("Infrastructure");
    case NodeKind::site: return tr("Sites");
    case NodeKind::supplier: return tr("Suppliers");
    case NodeKind::staff: return tr("Staff groups");
    case NodeKind::equipment: return tr("Equipment pools");
    case NodeKind::licence: return tr("Licence pools");
    case NodeKind::channel: break;
  }
  return tr("Channels");
}

Text word_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::service: return tr("service");
    case NodeKind::application: return tr_c("kind", "application");
    case NodeKind::infrastructure: return tr_c("kind", "infrastructure");
    case NodeKind::site: return tr_c("kind", "site");
    case NodeKind::supplier: return tr_c("kind", "supplier");
    case NodeKind::staff: return tr_c("kind", "staff group");
    case NodeKind::equipment: return tr_c("kind", "equipment pool");
    case NodeKind::licence: return tr_c("kind", "licence pool");
    case NodeKind::channel: break;
  }
  return tr_c("kind", "channel");
}

}  // namespace bcp::cli
