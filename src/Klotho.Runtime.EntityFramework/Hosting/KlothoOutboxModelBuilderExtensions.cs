using Klotho.EntityFramework;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Gives a context an outbox.</summary>
public static class KlothoOutboxModelBuilderExtensions
{
    // Ids of topics are at most 40 characters, ids of messages too, versions of schemas 16.
    private const int LongestId = 40;

    // Of W3C Trace Context; a longer state is not handed on.
    private const int LongestTraceParent = 55;
    private const int LongestTraceState = 512;

    /// <summary>
    /// Adds the table <c>klotho_outbox</c> to the model, so that <see cref="KlothoOutboxContextExtensions.Publish{T}"/> can be used with the
    /// context. Call it in <c>OnModelCreating</c>; the next migration makes the table. The context is one of <c>AddKlothoDbContext</c>.
    /// </summary>
    public static ModelBuilder AddKlothoOutbox(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Entity<OutboxMessage>(message =>
        {
            message.ToTable("klotho_outbox").HasKey(each => each.Position);
            message.Property(each => each.Position).ValueGeneratedOnAdd();
            message.Property(each => each.Topic).HasMaxLength(LongestId);
            message.Property(each => each.MessageId).HasMaxLength(LongestId);
            message.Property(each => each.Schema).HasMaxLength(LongestId);
            message.Property(each => each.TraceParent).HasMaxLength(LongestTraceParent);
            message.Property(each => each.TraceState).HasMaxLength(LongestTraceState);
        });
    }
}
