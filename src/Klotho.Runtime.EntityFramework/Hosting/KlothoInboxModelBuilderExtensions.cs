using Klotho.EntityFramework;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Gives a context an inbox.</summary>
public static class KlothoInboxModelBuilderExtensions
{
    // A topic's id and a handler's name; ids of messages are what brokers make of them.
    private const int LongestHandler = 400;
    private const int LongestId = 100;

    /// <summary>
    /// Adds the table <c>klotho_inbox</c> to the model, so that <see cref="KlothoInboxContextExtensions.HandleOnceAsync"/> can be used with the
    /// context. Call it in <c>OnModelCreating</c>; the next migration makes the table.
    /// </summary>
    public static ModelBuilder AddKlothoInbox(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Entity<InboxMessage>(message =>
        {
            message.ToTable("klotho_inbox").HasKey(each => new { each.Handler, each.MessageId });
            message.Property(each => each.Handler).HasMaxLength(LongestHandler);
            message.Property(each => each.MessageId).HasMaxLength(LongestId);
        });
    }
}
